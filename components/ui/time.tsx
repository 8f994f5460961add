'use client'

import { type ReactNode, useSyncExternalStore } from 'react'
import { cx } from './cx.ts'
import { relativeTime } from './relative-time.ts'

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

function inOwnZone(at: number, now: number, show: TimeProps['show'], utc: string): ReactNode {
  if (show === 'relative') return relativeTime(at, now)
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const own = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(sameYear && show === 'both' ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    ...(show === 'full' && { timeZoneName: 'short' }),
  }).format(at)
  if (show === 'full') return `${own} (${utc})`
  return (
    <>
      <span className="whitespace-nowrap">{own}</span> ·{' '}
      <span className="whitespace-nowrap">{relativeTime(at, now)}</span>
    </>
  )
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
