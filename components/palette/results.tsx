'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, type KeyboardEvent, type RefObject } from 'react'
import type { Place } from '#components/shell/places.ts'
import { catalogue } from '#lib/ca/catalogue.ts'
import type { OperationId } from '#lib/ca/operation.ts'
import type { Role } from '#lib/desk/receipt.ts'
import { groupsFor } from './groups.ts'
import { List } from './list.tsx'
import { useLookUp } from './look-up.ts'
import { useOrderHere } from './use-order-here.ts'
import type { Option } from './option.ts'
import { useGo } from './use-go.ts'
import { StatusBar } from './status-bar.tsx'

export type OnKey = (event: KeyboardEvent) => void

/** An operation that waits for its order. */
export interface Asking {
  readonly operation: OperationId
  readonly title: string
}

export interface ResultsProps {
  readonly listId: string
  readonly person: { readonly id: string; readonly role: Role }
  readonly places: readonly Place[]
  readonly text: string
  readonly setText: (text: string) => void
  readonly asking: Asking | null
  readonly setAsking: (asking: Asking | null) => void
  /** Takes the id of the marked option's element. */
  readonly onActive: (id: string | null) => void
  /** Takes what the field's keys do. */
  readonly takeKeys: (onKey: OnKey | null) => void
  readonly field: RefObject<HTMLInputElement | null>
}

/** Answers outlive the palette, so that it opens full the next time. Each is kept under its person. */
const answers = new QueryClient({
  defaultOptions: { queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false } },
})

export function Results(props: ResultsProps) {
  return (
    <QueryClientProvider client={answers}>
      <Found {...props} />
    </QueryClientProvider>
  )
}

function Found(props: ResultsProps) {
  const { listId, person, places, text, asking, onActive, takeKeys, field } = props
  const [picked, setPicked] = useState<{ readonly text: string; readonly id: string } | null>(null)
  const here = useOrderHere()
  const lookUp = useLookUp(person.id, text)
  const { found } = lookUp
  const groups = groupsFor({
    text,
    asking: asking?.operation ?? null,
    here,
    role: person.role,
    places,
    found,
  })
  const options = groups.flatMap((group) => group.options)
  const idOf = (option: Option) => `${listId}-${option.id}`
  // What was picked stays marked while more is found, and is forgotten with the next letter.
  const isPicked = (option: Option) => picked?.text === text && picked.id === option.id
  const marked = options.find(isPicked) ?? options[0] ?? null
  const { go, isLeaving } = useGo(field)

  function ask(operation: OperationId | null) {
    props.setAsking(operation === null ? null : { operation, title: catalogue[operation].title })
    props.setText('')
    setPicked(null)
    field.current?.focus()
  }

  function choose(option: Option | null, inNewTab: boolean) {
    if (option === null) return
    if (option.does.is === 'ask-order') ask(option.does.operation)
    else go(option.does, inNewTab)
  }

  function mark(to: (index: number, last: number) => number) {
    const last = options.length - 1
    const index = marked === null ? -1 : options.indexOf(marked)
    const next = options[to(index, last)]
    if (next !== undefined) setPicked({ text, id: next.id })
  }

  const press = useEffectEvent((event: KeyboardEvent) => {
    const mod = event.ctrlKey || event.metaKey
    const isMove = event.key in moves && !mod && !event.altKey && !event.shiftKey
    if (event.key === 'Enter') choose(marked, mod)
    else if (isMove) mark(moves[event.key] ?? stay)
    else if (event.key === 'Backspace' && text === '' && asking !== null) ask(null)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    takeKeys((event) => press(event))
    return () => takeKeys(null)
  }, [takeKeys])

  const markedId = marked === null ? null : idOf(marked)
  useEffect(() => onActive(markedId), [markedId, onActive])

  return (
    <>
      <List
        id={listId}
        groups={groups}
        idOf={idOf}
        markedId={markedId}
        onMark={(option) => setPicked({ text, id: option.id })}
        onChoose={choose}
        isWaiting={found === null && lookUp.state === 'looking'}
        text={text}
      />
      <StatusBar count={options.length} lookUp={lookUp} isLeaving={isLeaving} />
    </>
  )
}

type Step = (index: number, last: number) => number
const stay: Step = (index) => index

const moves: Readonly<Record<string, Step>> = {
  ArrowDown: (index, last) => (index >= last ? 0 : index + 1),
  ArrowUp: (index, last) => (index <= 0 ? last : index - 1),
  Home: () => 0,
  End: (_, last) => last,
}
