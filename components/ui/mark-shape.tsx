import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** The drawing of a mark: sixteen units square, in the colour of the word beside it. */
export function MarkShape({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className="size-4 shrink-0"
    >
      {children}
    </svg>
  )
}

/** Shape and word on a tinted ground. */
export function MarkChip({ shape, word, className }: { shape: ReactNode; word: string; className: string }) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 rounded-sm py-px pr-2 pl-1.5 text-sm font-medium whitespace-nowrap',
        className,
      )}
    >
      <MarkShape>{shape}</MarkShape>
      {word}
    </span>
  )
}
