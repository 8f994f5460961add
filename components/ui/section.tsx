import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** A plain raised box. */
export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cx('rounded-lg border bg-surface shadow-card', className)}>{children}</div>
}

export interface SectionProps {
  /** Names the region: the heading gets `${id}-title`. */
  readonly id: string
  readonly title: ReactNode
  readonly level?: 2 | 3
  /** Beside the title, such as a count. */
  readonly count?: ReactNode
  readonly description?: ReactNode
  readonly actions?: ReactNode
  /** `card` boxes the content, `padded` with room around it, `bare` leaves it on the page. */
  readonly look?: 'card' | 'padded' | 'bare'
  readonly className?: string
  readonly children: ReactNode
}

export function Section(props: SectionProps) {
  const { id, title, level = 2, count, description, actions, look = 'card', className, children } = props
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={cx('min-w-0', className)}>
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <Heading id={`${id}-title`} className="text-sm font-semibold text-ink">
            {title}
            {count !== undefined && <span className="font-normal text-faint tabular-nums"> {count}</span>}
          </Heading>
          {description && <p className="text-sm text-faint">{description}</p>}
        </div>
        {actions}
      </div>
      {look === 'bare' ? children : <Card className={cx(look === 'padded' && 'p-4')}>{children}</Card>}
    </section>
  )
}
