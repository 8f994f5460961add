import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { MarkShape } from './mark-shape.tsx'

/** How a step stands. `stopped`: the CA has stopped the order there. `not-read`: nobody has asked the CA yet. */
export type StepMarkKind =
  'done' | 'waiting' | 'blocked' | 'stopped' | 'not-needed' | 'not-known' | 'not-read'

export const stepWords: Readonly<Record<StepMarkKind, string>> = {
  done: 'Done',
  waiting: 'Waiting',
  blocked: 'Not yet',
  stopped: 'Stopped',
  'not-needed': 'Not needed',
  'not-known': 'Not known',
  'not-read': 'Not read yet',
}

const colours: Readonly<Record<StepMarkKind, string>> = {
  done: 'text-done',
  waiting: 'text-doubt',
  blocked: 'text-muted',
  stopped: 'text-refused',
  'not-needed': 'text-faint',
  'not-known': 'text-muted',
  'not-read': 'text-faint',
}

export interface StepMarkProps {
  readonly kind: StepMarkKind
  /** `line` is shape and word, `shape` and `word` are one of them, for rows that set them apart. */
  readonly look?: 'line' | 'shape' | 'word'
  readonly className?: string
}

/** How a step stands as word, shape and colour. The shape alone says nothing aloud: the row that sets it apart has the word too. */
export function StepMark({ kind, look = 'line', className }: StepMarkProps) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 text-sm font-medium whitespace-nowrap',
        colours[kind],
        className,
      )}
    >
      {look !== 'word' && <MarkShape>{shapes[kind]}</MarkShape>}
      {look !== 'shape' && stepWords[kind]}
    </span>
  )
}

const shapes: Readonly<Record<StepMarkKind, ReactNode>> = {
  done: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="currentColor" />
      <path d="m5.3 8.3 1.9 1.9 3.5-3.9" className="stroke-surface" />
    </>
  ),
  waiting: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="currentColor" />
      <path d="M8 4.6V8l2.2 1.6" className="stroke-surface" />
    </>
  ),
  blocked: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M6.4 5.9v4.2M9.6 5.9v4.2" />
    </>
  ),
  stopped: (
    <>
      <path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4l3.6-3.6Z" fill="currentColor" />
      <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" className="stroke-surface" />
    </>
  ),
  'not-needed': (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M5.4 8h5.2" />
    </>
  ),
  'not-known': (
    <>
      <path d="M8 1.4 14.6 8 8 14.6 1.4 8 8 1.4Z" />
      <path d="M6.6 6.6a1.4 1.4 0 1 1 1.9 1.4c-.3.2-.5.4-.5.9M8 11v.01" strokeWidth="1.4" />
    </>
  ),
  'not-read': <circle cx="8" cy="8" r="5.6" strokeDasharray="2.4 2.63" strokeWidth="1.4" />,
}
