import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export interface KeyValueProps {
  /** Entries whose detail is null are left out. */
  readonly items: readonly { readonly term: string; readonly detail: ReactNode; readonly mono?: boolean }[]
  readonly className?: string
}

export function KeyValue({ items, className }: KeyValueProps) {
  return (
    <dl
      className={cx(
        'grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)]',
        className,
      )}
    >
      {items
        .filter((item) => item.detail !== null && item.detail !== undefined)
        .map((item) => (
          <div key={item.term} className="contents">
            <dt className="text-faint max-sm:mt-1">{item.term}</dt>
            <dd
              className={cx('min-w-0 wrap-anywhere whitespace-pre-line text-ink', item.mono && 'font-mono')}
            >
              {item.detail}
            </dd>
          </div>
        ))}
    </dl>
  )
}
