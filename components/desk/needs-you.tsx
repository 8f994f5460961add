import type { ReactNode } from 'react'
import { ApprovalRows } from '#components/approval/approval-rows.tsx'
import { catalogue } from '#lib/ca/catalogue.ts'
import type { DeskView } from '#lib/desk/views.ts'
import { PhaseMark, severalAhead } from '#components/order/call-phase.tsx'
import { attemptHref } from '#components/order/order-href.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { DoneIcon, PhoneIcon } from '#components/ui/icons.tsx'
import { OutcomeMark } from '#components/ui/outcome-mark.tsx'
import { Section } from '#components/ui/section.tsx'
import { Time } from '#components/ui/time.tsx'
import { AttemptFacts } from './attempt-facts.tsx'
import { HoldCard } from './hold-card.tsx'
import { OrderLink } from './order-link.tsx'

export interface NeedsYouProps {
  readonly view: Pick<DeskView, 'unknowns' | 'holds' | 'calls' | 'approvals'>
  readonly mayLift: boolean
  readonly liftHoldAction: FormStateAction
}

/** So that a bad day does not push everything else off the page. */
const shown = 5

/** What waits for a person: holds first, because they stop everything else. */
export function NeedsYou({ view, mayLift, liftHoldAction }: NeedsYouProps) {
  const { unknowns, holds, calls, approvals } = view
  const count = unknowns.length + holds.length + calls.length + approvals.length
  return (
    <Section id="needs-you" title="Needs you" count={count > 0 ? count : undefined}>
      {count === 0 && (
        <p className="flex items-start gap-2 px-4 py-3.5 text-sm text-muted">
          <DoneIcon className="mt-0.5 text-done" />
          Nothing waits for anybody: no attempt is unknown, and no account is on hold.
        </p>
      )}
      <div className="divide-y">
        {holds.map((account) => (
          <HoldCard key={account.id} account={account} mayLift={mayLift} liftHoldAction={liftHoldAction} />
        ))}
        {approvals.length > 0 && <ApprovalRows approvals={approvals} />}
        {unknowns.length > 0 && <Unknowns unknowns={unknowns} />}
        {calls.length > 0 && <Calls calls={calls} />}
      </div>
    </Section>
  )
}

const perhapsBooked = 'Where a call is marked unknown, nobody knows whether the CA booked it.'
const foundBooked =
  '“Found to be booked”: no readable answer came, and somebody found out that the CA booked it.'

const isFound = ({ attempt, isCertain }: Pick<DeskView['calls'][number], 'attempt' | 'isCertain'>) =>
  isCertain && attempt.kind !== 'done'

/** The CA's documents do not say whether a newer booking takes the place of an older one, so each is to be expected. */
function isTwiceBooked(calls: DeskView['calls']): boolean {
  return new Set(calls.map(({ attempt }) => `${attempt.account.id} ${attempt.order}`)).size < calls.length
}

function Unknowns({ unknowns }: Pick<DeskView, 'unknowns'>) {
  return (
    <div className="px-4 py-3.5">
      <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm font-medium">
        <OutcomeMark kind="unknown" />
        Sent, but nobody knows what the CA did
      </h3>
      <p className="mt-1 text-sm text-muted">
        The CA may have acted. Find out before anybody sends it again, then say here what you found.
      </p>
      <ul className="mt-2 divide-y">
        {unknowns.slice(0, shown).map((line) => (
          <Unknown key={line.attempt} line={line} />
        ))}
      </ul>
      {unknowns.length > shown && (
        <Disclosure summary={`Show ${unknowns.length - shown} more`} className="mt-3">
          <ul className="divide-y">
            {unknowns.slice(shown).map((line) => (
              <Unknown key={line.attempt} line={line} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

function Unknown({ line }: { line: DeskView['unknowns'][number] }) {
  const { title } = catalogue[line.operation]
  return (
    <Row
      title={title}
      action={
        <ButtonLink size="sm" href={attemptHref(line.order, line.account.id, line.attempt)} prefetch={false}>
          {line.mayResolve ? 'Resolve' : 'Look'}
          <span className="sr-only">{` ${title}, order ${line.order}`}</span>
        </ButtonLink>
      }
    >
      <OrderLink order={line.order} account={line.account} />
      <AttemptFacts line={line} />
    </Row>
  )
}

function Calls({ calls }: Pick<DeskView, 'calls'>) {
  return (
    <div className="px-4 py-3.5">
      <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm font-medium">
        <span className="inline-flex items-center gap-1.5 rounded-sm bg-accent-soft py-px pr-2 pl-1.5 text-accent">
          <PhoneIcon />
          Booked
        </span>
        Calls now and within 36 hours
      </h3>
      <p className="mt-1 text-sm text-muted">
        The CA calls at these times. Remind the customer to pick up.
        {calls.some(({ isCertain }) => !isCertain) && ` ${perhapsBooked}`}
        {calls.some(isFound) && ` ${foundBooked}`}
        {isTwiceBooked(calls) && ` ${severalAhead}`}
      </p>
      <ul className="mt-2 divide-y">
        {calls.map(({ attempt, when, phase, isCertain }) => (
          <Row
            key={attempt.attempt}
            title={
              <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <PhaseMark phase={phase} />
                <Time at={when} show="both" />
                {!isCertain && <OutcomeMark kind="unknown" look="line" />}
                {isFound({ attempt, isCertain }) && <span className="text-muted">found to be booked</span>}
              </span>
            }
          >
            <OrderLink order={attempt.order} account={attempt.account} attempt={attempt.attempt} />
            <AttemptFacts line={attempt} verb={attempt.kind === 'done' ? 'booked' : 'asked for'} />
          </Row>
        ))}
      </ul>
    </div>
  )
}

function Row({ title, action, children }: { title: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5 last:pb-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-sm font-medium wrap-anywhere">{title}</p>
        <div className="mt-0.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-faint">
          {children}
        </div>
      </div>
      {action}
    </li>
  )
}
