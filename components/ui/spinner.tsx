import { cx } from './cx.ts'

/** A turning ring. The words beside it say what is waited for. */
export function Spinner({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-block size-3.5 shrink-0 animate-spin rounded-full border-2 border-current border-r-transparent!',
        className,
      )}
    />
  )
}
