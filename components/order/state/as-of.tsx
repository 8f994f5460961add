import { useState } from 'react'
import { Time } from '#components/ui/time.tsx'
import type { ReadStateProps } from './read-state.tsx'

export interface AsOfProps extends Omit<ReadStateProps, 'children' | 'order' | 'account' | 'automatic'> {
  /** This page’s own question is under way. */
  readonly isAsking: boolean
  readonly isTakingLong: boolean
  readonly isDue: boolean
}

/** How old the answer is, by whom, and what comes next. What changes is said aloud. */
export function AsOf(props: AsOfProps) {
  const { readAt, readBy, isAsking, readingBy } = props
  return (
    <p className="mt-0.5 text-sm text-faint">
      {readAt !== null && (
        <span className="block wrap-anywhere">
          As of <Time at={readAt} show="both" />
          {readBy !== null && `, read by ${readBy}`}.
        </span>
      )}
      {!isAsking && readingBy === null && <Next {...props} />}
      <Status {...props} />
    </p>
  )
}

function Next({ may, readAt, nextAt, isDue }: AsOfProps) {
  if (may === 'no-role') return 'Reading at the CA takes an agent.'
  if (may === 'on-hold') return 'The account is on hold, so the CA is not asked.'
  if (isDue || nextAt === null)
    return readAt === null ? 'One press asks the CA how this order stands.' : 'It may be read again now.'
  return (
    <>
      Next read possible at <Time at={nextAt} show="both" />, or now with a reason.
    </>
  )
}

/** There from the start, so that a screen reader hears each change of it. */
function Status({ isAsking, isTakingLong, readingBy, readAt, answer, failed }: AsOfProps) {
  const [first] = useState({ readAt, failedAt: failed?.at })
  const isBusy = isAsking || readingBy !== null
  return (
    <output className={isBusy ? 'text-muted' : 'sr-only'}>
      {isAsking && (
        <>
          <span className={readAt === null ? 'sr-only' : undefined}>Asking the CA…</span> This can take up to
          a minute.
        </>
      )}
      {!isAsking && readingBy !== null && underWay(readingBy, isTakingLong)}
      {!isBusy && readAt !== first.readAt && `Read. ${answer}.`}
      {!isBusy && failed !== null && failed.at !== first.failedAt && failed.title}
    </output>
  )
}

function underWay(who: string, isTakingLong: boolean): string {
  return isTakingLong
    ? `${who} asked the CA a while ago, and no answer is here yet. Reload the page in a while.`
    : `${who} is asking the CA right now. The answer appears here by itself.`
}
