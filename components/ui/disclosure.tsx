import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { ChevronIcon } from './icons.tsx'

export interface DisclosureProps {
  readonly summary: ReactNode
  readonly open?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** The browser's own disclosure: works without scripts and is found by "find in page". */
export function Disclosure({ summary, open, className, children }: DisclosureProps) {
  return (
    <details open={open} className={cx('group/disclosure min-w-0', className)}>
      <summary className="-mx-1 inline-flex max-w-full items-center gap-1.5 rounded-sm px-1 py-0.5 text-sm font-medium text-muted hover:text-ink pointer-coarse:py-2">
        <ChevronIcon className="size-3.5 transition-transform group-open/disclosure:rotate-90" />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className="mt-2 min-w-0">{children}</div>
    </details>
  )
}
