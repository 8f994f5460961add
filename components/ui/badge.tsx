import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type BadgeTone = 'neutral' | 'accent' | 'done' | 'passed' | 'refused' | 'odd' | 'doubt'

const tones: Record<BadgeTone, string> = {
  neutral: 'bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent',
  done: 'bg-done-soft text-done',
  passed: 'bg-passed-soft text-passed',
  refused: 'bg-refused-soft text-refused',
  odd: 'bg-odd-soft text-odd',
  doubt: 'bg-doubt-soft text-doubt',
}

export interface BadgeProps {
  readonly tone?: BadgeTone
  readonly mono?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function Badge({ tone = 'neutral', mono = false, className, children }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex max-w-full items-center gap-1 rounded-sm px-1.5 py-px text-xs font-medium wrap-anywhere',
        mono && 'font-mono',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
