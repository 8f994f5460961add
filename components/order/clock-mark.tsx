import type { ReactNode } from 'react'
import type { Clock } from '#lib/desk/clocks.ts'
import { MarkChip } from '#components/ui/mark-shape.tsx'

const colours: Record<Clock['state'], string> = {
  running: 'bg-sunken text-muted',
  soon: 'bg-accent-soft text-accent',
  over: 'bg-doubt-soft text-doubt',
}

/** An e-mail is waited for until its code is void; a rule lies ahead until it holds. */
const words: Record<Clock['kind'], Record<Clock['state'], string>> = {
  'e-mail': { running: 'Waiting', soon: 'Void soon', over: 'Void' },
  rule: { running: 'Ahead', soon: 'Soon', over: 'In force' },
}

/** Where a clock stands, as word, shape and colour. A rule in force is a fact, and no alarm. */
export function ClockMark({ kind, state }: Pick<Clock, 'kind' | 'state'>) {
  const inForce = kind === 'rule' && state === 'over'
  return (
    <MarkChip
      shape={inForce ? <path d="M3.5 14V2.2M3.5 3h8.6l-1.8 2.9 1.8 2.9H3.5" /> : shapes[state]}
      word={words[kind][state]}
      className={inForce ? colours.running : colours[state]}
    />
  )
}

/** An hourglass, a clock, and a triangle with its warning. */
const shapes: Record<Clock['state'], ReactNode> = {
  running: <path d="M4 2h8M4 14h8M5 2c0 3.4 3 4 3 6s-3 2.6-3 6M11 2c0 3.4-3 4-3 6s3 2.6 3 6" />,
  soon: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.8V8l2.2 1.6" />
    </>
  ),
  over: (
    <>
      <path d="M8 1.8 14.8 13.8H1.2L8 1.8Z" />
      <path d="M8 6.2v3.4M8 11.6v.01" />
    </>
  ),
}
