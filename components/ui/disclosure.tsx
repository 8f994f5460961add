import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { ChevronIcon } from './icons.tsx'

export interface DisclosureProps {
  readonly summary: ReactNode
  readonly open?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** The browser's own disclosure: works without scripts, so it may already be open when React takes over. */
export function Disclosure({ summary, open, className, children }: DisclosureProps) {
  return (
    <details suppressHydrationWarning open={open} className={cx('group/disclosure min-w-0', className)}>
      <summary className="inline-flex max-w-full items-center gap-1.5 rounded-sm py-0.5 pr-1 text-sm font-medium text-muted hover:text-ink pointer-coarse:py-2">
        <ChevronIcon className="size-3.5 transition-transform group-open/disclosure:rotate-90" />
        <span className="min-w-0 wrap-anywhere">{summary}</span>
      </summary>
      <div className="mt-2 min-w-0">{children}</div>
    </details>
  )
}
