import { useMemo } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { CallingHours } from '#lib/time/calling-hours.ts'
import type { LocalTime } from '#lib/time/callback-time.ts'
import { cityOf } from '#lib/time/zones.ts'
import { keepFocus } from '../keep-focus.ts'
import { useOwnZone } from '../time-lines.tsx'
import type { Planner } from '../use-planner.ts'

export interface SuggestedCallsProps {
  readonly planner: Planner
  readonly zone: string
  readonly now: number
  readonly hours: CallingHours | null
  readonly onPick: (pick: LocalTime) => void
}

/** The next sensible times, one press away. They promise nothing about the CA, nor about holidays, and say so. */
export function SuggestedCalls({ planner, zone, now, hours, onPick }: SuggestedCallsProps) {
  const ownZone = useOwnZone()
  // Two weeks without a fitting time take a while to look through, and the form draws itself at every key.
  const suggested = useMemo(
    () => planner.suggestCalls({ nowMs: now, zone, hours, ownZone }),
    [planner, now, zone, hours, ownZone],
  )
  const isLimited = hours !== null && !planner.areAlways(hours)
  const city = cityOf(zone)
  if (suggested.length === 0) {
    return (
      <p className="-mt-1 text-sm text-muted">
        No time in the next two weeks is in working hours in {city}
        {isLimited && ` and within the calling hours (${planner.speakHours(hours)})`}. Choose one yourself.
      </p>
    )
  }
  return (
    <fieldset className="-mt-1 flex min-w-0 flex-col gap-1.5">
      <legend className="sr-only">Suggested times, in {city}</legend>
      <div className="flex flex-wrap gap-2">
        {suggested.map(({ utc, label, own, ...local }) => (
          <Button key={utc} size="sm" onMouseDown={keepFocus} onClick={() => onPick(local)}>
            {label}
            {own && <span className="font-normal text-faint"> {own} for you</span>}
          </Button>
        ))}
      </div>
      <p className="text-sm text-faint">
        Next working hours in {city}
        {isLimited && ', within the calling hours'}. Public holidays are not known here.
      </p>
    </fieldset>
  )
}
