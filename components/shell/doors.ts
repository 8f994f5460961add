'use client'

import { useEffect, useEffectEvent } from 'react'

/** What a key, a button of the header and the palette can all ask for, wherever on the page they are. */
export type Door = 'palette' | 'keys' | 'copy-link'

/** Called and not sent as events: within one of our own React would not see the press, and show what it opens only after the next key. */
const opens: Readonly<Record<Door, Set<() => void>>> = {
  palette: new Set(),
  keys: new Set(),
  'copy-link': new Set(),
}

export function knock(door: Door): void {
  for (const open of opens[door]) open()
}

export function useDoor(door: Door, opened: () => void): void {
  const onKnock = useEffectEvent(opened)
  useEffect(() => {
    const open = () => onKnock()
    opens[door].add(open)
    return () => {
      opens[door].delete(open)
    }
  }, [door])
}
