import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export interface EmptyStateProps {
  readonly title: string
  readonly icon?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly className?: string
}

export function EmptyState({ title, icon, children, actions, className }: EmptyStateProps) {
  return (
    <div className={cx('flex flex-col items-start gap-1 px-4 py-5 text-sm', className)}>
      {icon && <span className="mb-1 text-faint">{icon}</span>}
      <p className="font-medium text-ink">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
