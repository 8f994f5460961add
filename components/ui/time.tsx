'use client'

import { useSyncExternalStore } from 'react'
import { cx } from './cx.ts'

export interface TimeProps {
  /** Milliseconds since the epoch. */
  readonly at: number
  /** `both` is date and relative, `relative` the short one, `full` the date with its zone and UTC. */
  readonly show?: 'both' | 'relative' | 'full'
  readonly className?: string
}

/** UTC from the server; the reader's own zone, and how long ago, once the browser has taken over. */
export function Time({ at, show = 'relative', className }: TimeProps) {
  const now = useSyncExternalStore(everyMoment, currentMoment, noMoment)
  const utc = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return (
    <time dateTime={new Date(at).toISOString()} title={utc} className={cx('tabular-nums', className)}>
      {now === null ? utc : inOwnZone(at, now, show, utc)}
    </time>
  )
}

function inOwnZone(at: number, now: number, show: TimeProps['show'], utc: string): string {
  if (show === 'relative') return relative(at, now)
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const own = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(sameYear && show === 'both' ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    ...(show === 'full' && { timeZoneName: 'short' }),
  }).format(at)
  return show === 'full' ? `${own} (${utc})` : `${own} · ${relative(at, now)}`
}

const steps = [
  [60, 'minute', 1],
  [24 * 60, 'hour', 60],
  [30 * 24 * 60, 'day', 24 * 60],
  [365 * 24 * 60, 'month', 30 * 24 * 60],
  [Number.POSITIVE_INFINITY, 'year', 365 * 24 * 60],
] as const

function relative(at: number, now: number): string {
  const minutes = Math.round((at - now) / 60_000)
  if (Math.abs(minutes) < 1) return 'just now'
  const [, unit, size] = steps.find(([below]) => Math.abs(minutes) < below) ?? steps[4]
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.trunc(minutes / size), unit)
}

/** How long a moment is, in milliseconds: short enough that what has just happened never lies ahead. */
const moment = 20_000

function everyMoment(changed: () => void): () => void {
  const timer = setInterval(changed, moment)
  return () => clearInterval(timer)
}

/** The middle of the present moment: the same number until the next one begins. */
const currentMoment = () => Math.floor(Date.now() / moment) * moment + moment / 2
const noMoment = () => null
