import { cx } from '#components/ui/cx.ts'

export interface WordmarkProps {
  readonly className?: string
  /** Shows the mark alone on a phone, where the screens' names need the room. */
  readonly compact?: boolean
}

/** The mark, a hook let go of, and the name. */
export function Wordmark({ className, compact = false }: WordmarkProps) {
  return (
    <span className={cx('inline-flex items-center gap-2 font-semibold tracking-tight text-ink', className)}>
      <svg
        viewBox="0 0 32 32"
        width="22"
        height="22"
        aria-hidden="true"
        focusable="false"
        className="size-5.5 shrink-0"
      >
        <rect width="32" height="32" rx="8" className="fill-accent-solid" />
        <g
          className="stroke-on-accent"
          fill="none"
          strokeWidth="3.25"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d="M9 9.5V17a6.75 6.75 0 0 0 13.5 0v-6.5" />
          <path d="m18 12.5 4.5-4.5 4.5 4.5" />
        </g>
      </svg>
      <span className={cx(compact && 'max-sm:sr-only')}>Unstuck</span>
    </span>
  )
}
