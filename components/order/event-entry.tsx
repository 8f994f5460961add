import { actsNextInWords, doubtOf } from '#components/operation/receipt-text.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { KeyValue } from '#components/ui/key-value.tsx'
import { Time } from '#components/ui/time.tsx'
import type { OrderView } from '#lib/desk/views.ts'

type EventLine = OrderView['events'][number]
type Report = NonNullable<EventLine['report']>

export interface EventEntryProps {
  readonly event: EventLine
  /** The account the page shows; lines of another one say which. */
  readonly account: string | null
}

/** A slim line between the attempts: what the CA reported of its own accord, or that somebody read the order's state. */
export function EventEntry({ event, account }: EventEntryProps) {
  const { report } = event
  return (
    <li className="px-4 py-2 text-sm text-muted">
      <p className="wrap-anywhere">
        {wordsOf(event)}
        {event.account.id !== account && `, account ${event.account.label}`}
      </p>
      {report && tellsWhy(report) && report.statusDesc !== null && (
        <p className="mt-0.5 wrap-anywhere">“{report.statusDesc}”</p>
      )}
      <div className="flex flex-wrap items-baseline gap-x-3 text-xs text-faint">
        <Time at={event.at} show="both" />
        {report && (
          <Disclosure summary="What was sent" className="open:basis-full">
            <ReportFacts report={report} />
          </Disclosure>
        )}
      </div>
    </li>
  )
}

function wordsOf({ kind, actor, report }: EventLine): string {
  if (kind === 'read') return `Order state read by ${actor}`
  if (report === null) return `Order state asked for by ${actor}; it was not told`
  return report.known
    ? `The CA reported: ${report.title}`
    : `The CA reported something that is in no list that we have: ${report.title}`
}

/** The reason stands in the CA's own words and nowhere else. */
const tellsWhy = ({ kind }: Report) => kind === null || kind === 'failed' || kind === 'rejected'

function ReportFacts({ report }: { report: Report }) {
  const { eventType, status, statusCode, certificateID, raw } = report
  const values = { eventType, status, statusCode, certificateID }
  const own = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== null)
  return (
    <div className="flex flex-col gap-3 pb-1">
      <KeyValue
        items={[
          { term: 'What it means', detail: report.says },
          { term: 'Who acts next', detail: report.actsNext && `${actsNextInWords(report.actsNext)}.` },
          { term: 'Our reading', detail: doubtOf(report.confidence) },
          { term: 'The CA’s own words', detail: report.statusDesc },
          ...own.map(([term, detail]) => ({ term, detail, mono: true })),
          ...(raw ?? []).map(({ name, value }, at) => ({
            term: `${name}${again(raw, at)}`,
            detail: value,
            mono: true,
          })),
          {
            term: 'Further values',
            detail: raw === null ? 'Masked with other personal data of that time.' : null,
          },
          { term: 'Source', detail: report.source?.document },
        ]}
      />
    </div>
  )
}

/** A name may be sent twice; each value has its own line. */
function again(raw: Report['raw'], at: number): string {
  const before = raw?.slice(0, at).filter(({ name }) => name === raw[at]?.name).length ?? 0
  return before === 0 ? '' : ` (${before + 1})`
}
