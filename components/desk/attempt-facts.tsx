import type { AttemptLine } from '#lib/desk/views.ts'
import { TicketChip } from '#components/ui/ticket-chip.tsx'
import { Time } from '#components/ui/time.tsx'

/** Account, actor, time and ticket of an attempt, for one line. */
export function AttemptFacts({ line, verb }: { line: AttemptLine; verb?: 'booked' | 'asked for' }) {
  return (
    <>
      <span className="wrap-anywhere">{line.account.label}</span>
      <span className="wrap-anywhere">
        {verb} by {line.actor}, <Time at={line.at} />
      </span>
      {line.ticket && <TicketChip ticket={line.ticket} />}
    </>
  )
}
