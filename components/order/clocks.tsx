import type { Clock } from '#lib/desk/clocks.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Section } from '#components/ui/section.tsx'
import { Time } from '#components/ui/time.tsx'
import { ClockMark } from './clock-mark.tsx'

/** What time decides about this order. The industry's dates stay folded: they are good to know and seldom the reason for the visit. */
export function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  const emails = clocks.filter(({ kind }) => kind === 'e-mail')
  const rules = clocks.filter(({ kind }) => kind === 'rule')
  if (clocks.length === 0) return null
  // The same for most rules, so it is said once for all of them.
  const lasting = [...new Set(rules.flatMap(({ advice }) => advice ?? []))]
  return (
    <Section
      id="clocks"
      title="Clocks"
      description="E-mails that were asked for here, and dates that matter."
    >
      {emails.length > 0 && (
        <ul className="divide-y">
          {emails.map((clock) => (
            <EmailClock key={clock.id} clock={clock} />
          ))}
        </ul>
      )}
      {rules.length > 0 && (
        <Disclosure summary={rulesInWords(rules)} className="px-4 py-3 not-first:border-t">
          {lasting.length > 0 && <p className="mb-3 max-w-prose text-sm text-ink">{lasting.join(' ')}</p>}
          <ul className="flex flex-col gap-3.5">
            {rules.map((clock) => (
              <RuleClock key={clock.id} clock={clock} />
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  )
}

function rulesInWords(rules: readonly Clock[]): string {
  const soon = rules.filter(({ state }) => state === 'soon').length
  return `The industry’s dates for this order (${rules.length}${soon > 0 ? `, ${soon} soon` : ''})`
}

function EmailClock({ clock }: { clock: Clock }) {
  const { title, at, until, state, sentence, advice } = clock
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <ClockMark kind="e-mail" state={state} />
        <span className="text-xs text-faint">
          <Time at={at} show="both" />
        </span>
      </div>
      <h3 className="mt-1.5 text-sm font-medium">{title}</h3>
      <p className="mt-0.5 max-w-prose text-sm wrap-anywhere text-muted">{sentence}</p>
      {until !== null && (
        <p className="mt-0.5 text-sm text-muted">
          {state === 'over' ? 'Void since' : 'Void at the latest'} <Time at={until} show="both" />.
        </p>
      )}
      {advice && <p className="mt-1 max-w-prose text-sm text-ink">{advice}</p>}
      <Rests clock={clock} />
    </li>
  )
}

function RuleClock({ clock }: { clock: Clock }) {
  const { title, at, state, days, sentence } = clock
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
        <ClockMark kind="rule" state={state} />
        <span className="text-faint tabular-nums">
          <time dateTime={new Date(at).toISOString().slice(0, 10)}>{day.format(at)}</time>
          {days < 0 && `, in ${-days} ${days === -1 ? 'day' : 'days'}`}
        </span>
      </p>
      <h3 className="mt-1 text-sm font-medium">{title}</h3>
      <p className="mt-0.5 max-w-prose text-sm text-muted">{sentence}</p>
      <Rests clock={clock} />
    </li>
  )
}

/** Rules hold from midnight UTC, so their day is told in UTC for every reader. */
const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

function Rests({ clock: { source, confidence } }: { clock: Clock }) {
  if (source === null) return null
  return (
    <p className="mt-1 text-xs wrap-anywhere text-faint">
      {source.document}
      {confidence && confidence !== 'documented' && ` (${confidence})`}
    </p>
  )
}
