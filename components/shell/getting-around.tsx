'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Palette } from '#components/palette/palette.tsx'
import type { Role } from '#lib/desk/receipt.ts'
import { knock, useDoor } from './doors.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { readPress, type Move } from './keys.ts'
import { placesFor } from './places.ts'
import { useSingleKeys } from './single-keys.ts'

export interface GettingAroundProps {
  readonly person: { readonly id: string; readonly role: Role }
  /** The field that `/` leads into. */
  readonly searchId: string
}

/** The palette, the keys, and the keyboard that opens them from every screen. */
export function GettingAround({ person, searchId }: GettingAroundProps) {
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const places = placesFor(person.role)
  const router = useRouter()
  useDoor('palette', () => setOpen((now) => (now === 'palette' ? null : 'palette')))
  useDoor('keys', () => setOpen('keys'))

  function make(move: Move) {
    if (move.is === 'go') router.push(move.href)
    else if (move.is === 'search') intoField(searchId)
    else knock(move.is)
  }
  useKeys(places, make)

  if (open === 'palette') return <Palette person={person} places={places} onClose={() => setOpen(null)} />
  return open === 'keys' && <KeysDialog places={places} onClose={() => setOpen(null)} />
}

function useKeys(places: ReturnType<typeof placesFor>, make: (move: Move) => void): void {
  const singleKeys = useSingleKeys()
  const pressedG = useRef<number | null>(null)
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    const isBusy = event.defaultPrevented || isTyping(event.target) || isBehindDialog()
    const situation = { singleKeys, isBusy, pressedG: pressedG.current, now: event.timeStamp, places }
    const read = readPress(event, situation)
    pressedG.current = read.pressedG
    if (read.move === null) return
    event.preventDefault()
    make(read.move)
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => onPress(event)
    document.addEventListener('keydown', heard)
    return () => document.removeEventListener('keydown', heard)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))
  )
}

const isBehindDialog = () => document.querySelector('dialog:modal, [aria-modal="true"]') !== null

function intoField(id: string): void {
  const field = document.getElementById(id)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}
