import type { ReactNode } from 'react'
import type { OutcomeKind } from '#lib/ca/outcome.ts'
import { cx } from './cx.ts'
import { MarkShape } from './mark-shape.tsx'

/** Under way: sent or about to be, and not settled yet. */
export type MarkKind = OutcomeKind | 'under-way'

export const outcomeWords: Record<MarkKind, string> = {
  done: 'Done',
  'passed-on': 'Passed on',
  'nothing-done': 'Nothing done',
  refused: 'Refused',
  unrecognised: 'Unrecognised',
  'not-sent': 'Not sent',
  unknown: 'Unknown',
  'under-way': 'Under way',
}

const colours: Record<MarkKind, { readonly text: string; readonly soft: string }> = {
  done: { text: 'text-done', soft: 'bg-done-soft' },
  'passed-on': { text: 'text-passed', soft: 'bg-passed-soft' },
  'nothing-done': { text: 'text-muted', soft: 'bg-sunken' },
  refused: { text: 'text-refused', soft: 'bg-refused-soft' },
  unrecognised: { text: 'text-odd', soft: 'bg-odd-soft' },
  'not-sent': { text: 'text-muted', soft: 'bg-sunken' },
  unknown: { text: 'text-doubt', soft: 'bg-doubt-soft' },
  'under-way': { text: 'text-accent', soft: 'bg-accent-soft' },
}

export interface OutcomeMarkProps {
  /** Null is an attempt under way. */
  readonly kind: MarkKind | null
  /** `chip` has a tinted ground, `line` is shape and word, `shape` keeps the word for screen readers only. */
  readonly look?: 'chip' | 'line' | 'shape'
  readonly className?: string
}

/** An outcome as word, shape and colour, so that none of the three has to be trusted alone. */
export function OutcomeMark({ kind: given, look = 'chip', className }: OutcomeMarkProps) {
  const kind = given ?? 'under-way'
  const { text, soft } = colours[kind]
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 text-sm font-medium whitespace-nowrap',
        text,
        look === 'chip' && cx('rounded-sm py-px pr-2 pl-1.5', soft),
        className,
      )}
    >
      <MarkShape>{shapes[kind]}</MarkShape>
      <span className={cx(look === 'shape' && 'sr-only')}>{outcomeWords[kind]}</span>
    </span>
  )
}

const shapes: Record<MarkKind, ReactNode> = {
  done: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="currentColor" />
      <path d="m5.3 8.3 1.9 1.9 3.5-3.9" className="stroke-surface" />
    </>
  ),
  'passed-on': <path d="M2 8h11.5M9 3.5 13.5 8 9 12.5" strokeWidth="2" />,
  'nothing-done': <circle cx="8" cy="8" r="5.5" />,
  refused: (
    <>
      <path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4l3.6-3.6Z" fill="currentColor" />
      <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" className="stroke-surface" />
    </>
  ),
  unrecognised: (
    <>
      <path d="M8 1.4 14.6 8 8 14.6 1.4 8 8 1.4Z" />
      <path d="M6.6 6.6a1.4 1.4 0 1 1 1.9 1.4c-.3.2-.5.4-.5.9M8 11v.01" strokeWidth="1.4" />
    </>
  ),
  'not-sent': (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="m4.1 11.9 7.8-7.8" />
    </>
  ),
  unknown: (
    <>
      <path d="M8 1.8 14.8 13.8H1.2L8 1.8Z" fill="currentColor" />
      <path d="M8 6.2v3.4M8 11.6v.01" className="stroke-surface" />
    </>
  ),
  'under-way': <circle cx="8" cy="8" r="5.5" strokeDasharray="2.4 3.36" strokeWidth="2" />,
}
