import type { ReactNode } from 'react'

export interface PageHeaderProps {
  readonly title: ReactNode
  /** Above the title, such as what kind of thing this is. */
  readonly eyebrow?: ReactNode
  readonly description?: ReactNode
  /** Chips and small facts beneath the title. */
  readonly meta?: ReactNode
  readonly actions?: ReactNode
}

/** The page's one h1. */
export function PageHeader({ title, eyebrow, description, meta, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {eyebrow && <p className="mb-0.5 text-sm text-faint">{eyebrow}</p>}
        <h1 className="text-xl font-semibold tracking-tight wrap-anywhere text-ink">{title}</h1>
        {description && <p className="mt-1 max-w-prose text-base text-muted">{description}</p>}
        {meta && <div className="mt-2 flex flex-wrap items-center gap-2 text-sm text-muted">{meta}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  )
}
