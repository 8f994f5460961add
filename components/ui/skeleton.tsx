import { cx } from './cx.ts'

/** A grey bar where text will be. The page around it says in words that it is loading. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx('block h-4 animate-pulse rounded-sm bg-sunken', className)} />
}
