'use client'

import { useSyncExternalStore } from 'react'
import { timeLines } from '#lib/time/speak-time.ts'
import { isZone, ownZone } from '#lib/time/zones.ts'

export interface TimeLinesProps {
  /** Milliseconds since the epoch. */
  readonly ms: number
  /** Left out when it is not known, as on a receipt. */
  readonly customerZone?: string
}

/** One instant for the customer, for the CA and for the reader, one beneath the other. */
export function TimeLines({ ms, customerZone = '' }: TimeLinesProps) {
  const own = useOwnZone()
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {timeLines(ms, isZone(customerZone) ? customerZone : null, own).map(
        ({ where, zone, spoken }, index) => (
          <div key={zone} className="contents">
            <dt className="text-faint">{where}</dt>
            <dd className="tabular-nums">
              <span className={index === 0 ? 'font-medium text-ink' : 'text-muted'}>
                {spoken.day}, {spoken.time}
              </span>
              {zone !== 'UTC' && <span className="text-faint"> {spoken.offset}</span>}
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}

/** Null on the server, which does not know where the reader sits. */
export function useOwnZone(): string | null {
  return useSyncExternalStore(never, ownZone, () => null)
}

const never = () => () => undefined
