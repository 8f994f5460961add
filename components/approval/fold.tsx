import type { ReactNode } from 'react'
import { cx } from '#components/ui/cx.ts'

export interface FoldProps {
  readonly summary: ReactNode
  /** Of the folds of one name the browser keeps one open. */
  readonly name: string
  readonly primary?: boolean
  readonly open?: boolean
  readonly children: ReactNode
}

/** A disclosure that looks like the button it is for whoever reads: it sends nothing, it opens the form that does. Works without scripts. */
export function Fold({ summary, name, primary = false, open, children }: FoldProps) {
  return (
    <details suppressHydrationWarning name={name} open={open} className="min-w-0 open:basis-full">
      <summary
        className={cx(
          'inline-flex min-h-7 max-w-full cursor-pointer list-none items-center rounded-md border px-2.5 py-1',
          'text-sm font-medium shadow-card transition-colors select-none pointer-coarse:min-h-9',
          primary
            ? 'border-transparent bg-accent-solid text-on-accent hover:bg-accent-hover'
            : 'border-control/60 bg-surface text-ink hover:bg-sunken',
        )}
      >
        {summary}
      </summary>
      <div className="mt-2.5 min-w-0">{children}</div>
    </details>
  )
}
