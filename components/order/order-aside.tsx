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
  const { account, taken, state } = view
  return (
    <div className="flex min-w-0 flex-col gap-6">
      {account !== null && (
        <>
          <BookedCalls
            calls={bookedCallsOfOrder(taken, now)}
            customer={customerZone(view, place.prefill?.tz)}
          />
          <Clocks clocks={clocksOf({ taken, state }, now)} />
        </>
      )}
      <Timeline view={view} resolveAttemptAction={resolveAttemptAction} />
    </div>
  )
}
