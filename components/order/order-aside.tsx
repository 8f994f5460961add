import { clock } from '#lib/clock.ts'
import { bookedCallsOfOrder, customerZone } from '#lib/desk/booked-calls.ts'
import { clocksOf } from '#lib/desk/clocks.ts'
import type { OrderView } from '#lib/desk/views.ts'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { BookedCalls } from './booked-calls.tsx'
import { Clocks } from './clocks.tsx'
import type { OrderPlace } from './order-href.ts'
import { Timeline } from './timeline.tsx'

export interface OrderAsideProps {
  readonly view: OrderView
  readonly place: OrderPlace
  readonly resolveAttemptAction: FormStateAction
}

/** What goes on around an order: calls to come, what time decides, and what was done. */
export function OrderAside({ view, place, resolveAttemptAction }: OrderAsideProps) {
  const now = clock.now()
  const { account, timeline } = view
  return (
    <div className="flex min-w-0 flex-col gap-6">
      {account !== null && (
        <>
          <BookedCalls
            calls={bookedCallsOfOrder(timeline, account.id, now)}
            customer={customerZone(view, place.prefill?.tz)}
          />
          <Clocks clocks={clocksOf(ofAccount(view, account.id), now)} />
        </>
      )}
      <Timeline view={view} resolveAttemptAction={resolveAttemptAction} />
    </div>
  )
}

/** The same number may be another order in another account. */
const ofAccount = ({ timeline, state }: OrderView, account: string) => ({
  timeline: timeline.filter(({ line }) => line.account.id === account),
  state,
})
