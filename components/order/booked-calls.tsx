import type { BookedCall } from '#lib/desk/booked-calls.ts'
import { cityOf } from '#lib/time/zones.ts'
import { receiptOf } from '#components/operation/links.ts'
import { TimeLines } from '#components/operation/time-lines.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { OutcomeMark } from '#components/ui/outcome-mark.tsx'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { Time } from '#components/ui/time.tsx'
import { PhaseMark, severalAhead } from './call-phase.tsx'

export interface BookedCallsProps {
  readonly calls: readonly BookedCall[]
  /** The customer's zone when the link or a number tells it, or null. */
  readonly customer: { readonly zone: string; readonly isGuess: boolean } | null
}

/** The order's calls by this desk's own history. Nothing here knows what the CA has booked for others, or whether it called. */
export function BookedCalls({ calls, customer }: BookedCallsProps) {
  if (calls.length === 0) return null
  const ahead = calls.filter(({ phase }) => phase !== 'past')
  const past = calls.filter(({ phase }) => phase === 'past')
  const zone = customer?.zone ?? ''
  return (
    <Section
      id="booked-calls"
      title="Booked calls"
      count={calls.length}
      description={
        customer?.isGuess
          ? `By this desk’s history. ${cityOf(zone)} is guessed from the customer’s number.`
          : 'By this desk’s history.'
      }
    >
      {ahead.length > 1 && <p className="border-b px-4 py-3 text-sm text-muted">{severalAhead}</p>}
      {ahead.length > 0 && <Calls calls={ahead} zone={zone} />}
      {past.length > 0 && (
        <Disclosure
          summary={`${ahead.length > 0 ? 'Earlier calls' : 'Past calls'} (${past.length})`}
          className="px-4 py-3 not-first:border-t"
        >
          <p className="text-sm text-muted">Whether the CA called is not told to this desk.</p>
          <div className="-mx-4 -mb-3">
            <Calls calls={past} zone={zone} />
          </div>
        </Disclosure>
      )}
    </Section>
  )
}

function Calls({ calls, zone }: { calls: readonly BookedCall[]; zone: string }) {
  return (
    <ul className="divide-y">
      {calls.map((call) => (
        <Call key={call.receipt.attempt} call={call} zone={zone} />
      ))}
    </ul>
  )
}

function Call({ call, zone }: { call: BookedCall; zone: string }) {
  const { receipt, when, phase, isCertain } = call
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
        <PhaseMark phase={phase} />
        <Time at={when} className="text-muted" />
        {!isCertain && <OutcomeMark kind="unknown" look="line" />}
      </p>
      <TimeLines ms={when} customerZone={zone} />
      {!isCertain && (
        <p className="text-sm text-muted">Nobody knows whether the CA booked it: no readable answer came.</p>
      )}
      {isCertain && receipt.kind !== 'done' && (
        <p className="text-sm text-muted">
          No readable answer came. Somebody found out that the CA booked it.
        </p>
      )}
      <p className="text-sm text-faint">
        {receipt.kind === 'done' ? 'Booked' : 'Asked for'} by {receipt.actor.name}, <Time at={receipt.at} />.{' '}
        <TextLink href={receiptOf(receipt, receipt.attempt)} prefetch={false}>
          Receipt<span className="sr-only"> of the call on {new Date(when).toISOString().slice(0, 10)}</span>
        </TextLink>
      </p>
    </li>
  )
}
