import type { ReactNode } from 'react'
import type { CallPhase } from '#lib/desk/booked-calls.ts'
import { MarkChip } from '#components/ui/mark-shape.tsx'

const looks: Record<CallPhase, { readonly word: string; readonly colour: string }> = {
  due: { word: 'Due now', colour: 'bg-doubt-soft text-doubt' },
  soon: { word: 'Soon', colour: 'bg-accent-soft text-accent' },
  later: { word: 'Later', colour: 'bg-sunken text-muted' },
  past: { word: 'Past', colour: 'bg-sunken text-muted' },
}

/** The CA's documents say nothing about this; both screens that list calls do. */
export const severalAhead =
  'The CA’s documents do not say whether a newer booking replaces an older one, so expect each of them.'

/** Where a booked call stands, as word, shape and colour. */
export function PhaseMark({ phase }: { phase: CallPhase }) {
  const { word, colour } = looks[phase]
  return <MarkChip shape={shapes[phase]} word={word} className={colour} />
}

/** A bell, a clock, a calendar's leaf, and a clock that is struck out. */
const shapes: Record<CallPhase, ReactNode> = {
  due: (
    <>
      <path
        d="M3.2 11.5h9.6c-1-1-1.4-2-1.4-4.6a3.4 3.4 0 0 0-6.8 0c0 2.6-.4 3.6-1.4 4.6Z"
        fill="currentColor"
      />
      <path d="M6.8 13.6a1.4 1.4 0 0 0 2.4 0M8 1.8v1.4" />
    </>
  ),
  soon: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.8V8l2.2 1.6" />
    </>
  ),
  later: (
    <>
      <path d="M2.4 3.6h11.2v9.8H2.4z" />
      <path d="M2.4 6.8h11.2M5.4 2v2.4M10.6 2v2.4" />
    </>
  ),
  past: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="m3.9 12.1 8.2-8.2" />
    </>
  ),
}
