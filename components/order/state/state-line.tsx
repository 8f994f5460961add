import type { OrderStateView } from '#lib/desk/order-state.ts'
import { StepMark } from '#components/ui/step-mark.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { Time } from '#components/ui/time.tsx'
import { orderHref, type OrderPlace } from '../order-href.ts'
import { headLine } from './head-line.ts'

export interface StateLineProps {
  readonly order: string
  readonly place: OrderPlace
  readonly state: OrderStateView
}

/** Above an open form: what the order waits for, as far as it is known. Nothing is read for it. */
export function StateLine({ order, place, state }: StateLineProps) {
  const { mark, text } = headLine(state)
  return (
    <section
      aria-label="Where the order stands"
      className="mb-4 flex items-start gap-2 rounded-lg border bg-raised px-3.5 py-2 text-sm"
    >
      <StepMark kind={mark} look="shape" className="mt-0.5" />
      <p className="min-w-0 flex-1 wrap-anywhere">
        <span className="font-medium">{text}.</span>{' '}
        <span className="text-faint">
          {state.readAt !== null && (
            <>
              As of <Time at={state.readAt} show="both" />.{' '}
            </>
          )}
          {state.readingBy !== null && `${state.readingBy} is asking the CA right now. `}
        </span>
        <TextLink href={orderHref(order, { ...place, operation: null })} prefetch={false}>
          {state.readAt === null ? 'Read it on the order’s page' : 'All steps'}
        </TextLink>
      </p>
    </section>
  )
}
