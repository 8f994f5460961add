import type { ReactNode } from 'react'
import type { DeskView } from '#lib/desk/views.ts'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { DoneIcon, PhoneIcon } from '#components/ui/icons.tsx'
import { OutcomeMark } from '#components/ui/outcome-mark.tsx'
import { Section } from '#components/ui/section.tsx'
import { Time } from '#components/ui/time.tsx'
import { AttemptFacts } from './attempt-facts.tsx'
import { HoldCard } from './hold-card.tsx'
import { OrderLink } from './order-link.tsx'

export interface NeedsYouProps {
  readonly view: Pick<DeskView, 'unknowns' | 'holds' | 'calls'>
  readonly mayLift: boolean
  readonly liftHoldAction: FormStateAction
}

/** What waits for a person: holds first, because they stop everything else. */
export function NeedsYou({ view, mayLift, liftHoldAction }: NeedsYouProps) {
  const { unknowns, holds, calls } = view
  const count = unknowns.length + holds.length + calls.length
  return (
    <Section id="needs-you" title="Needs you" count={count > 0 ? count : undefined}>
      {count === 0 && (
        <p className="flex items-center gap-2 px-4 py-4 text-sm text-muted">
          <DoneIcon className="text-done" />
          Nothing waits for anybody. Every attempt has an outcome and every account may send.
        </p>
      )}
      <ul className="divide-y">
        {holds.map((account) => (
          <li key={account.id}>
            <HoldCard account={account} mayLift={mayLift} liftHoldAction={liftHoldAction} />
          </li>
        ))}
        {unknowns.map((line) => (
          <li key={line.attempt} className="px-4 py-3">
            <Row mark={<OutcomeMark kind="unknown" />} title={line.title}>
              <OrderLink order={line.order} account={line.account} attempt={line.attempt} />
              <AttemptFacts line={line} />
            </Row>
            <p className="mt-1 text-sm text-muted">
              The CA may have acted. Find out before anybody sends it again, then resolve it on the order’s
              page.
            </p>
          </li>
        ))}
        {calls.map(({ attempt, when }) => (
          <li key={attempt.attempt} className="px-4 py-3">
            <Row mark={<CallMark />} title={<Time at={when} show="both" />}>
              <OrderLink order={attempt.order} account={attempt.account} attempt={attempt.attempt} />
              <AttemptFacts line={attempt} verb="booked" />
            </Row>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Row(props: { mark: ReactNode; title: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        {props.mark}
        <span className="text-sm font-medium wrap-anywhere">{props.title}</span>
      </p>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-faint">{props.children}</div>
    </div>
  )
}

function CallMark() {
  return (
    <span className="inline-flex items-center gap-1.5 rounded-sm bg-accent-soft py-px pr-2 pl-1.5 text-sm font-medium text-accent">
      <PhoneIcon />
      Call booked
    </span>
  )
}
