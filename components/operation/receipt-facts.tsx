import { KeyValue } from '#components/ui/key-value.tsx'
import { Time } from '#components/ui/time.tsx'
import type { InputField, OperationAbout } from '#lib/ca/operation.ts'
import type { Receipt } from '#lib/desk/receipt.ts'
import { utcMs } from '#lib/time/speak-time.ts'
import { inputInWords, type Templates, ticketInWords } from './receipt-text.ts'
import { TimeLines } from './time-lines.tsx'

export interface ReceiptFactsProps {
  readonly receipt: Receipt
  readonly about: OperationAbout
  readonly zone: string | undefined
  readonly templates: Templates
}

/** What was sent, for whom and by whom. */
export function ReceiptFacts({ receipt, about, zone, templates }: ReceiptFactsProps) {
  const { ticket, reason } = receipt
  return (
    <KeyValue
      className="border-t pt-5"
      items={[
        { term: 'Operation', detail: about.title },
        { term: 'Order', detail: receipt.order, mono: true },
        { term: 'Account', detail: receipt.account.label },
        ...about.fields.map(({ name, label }) => ({
          term: label,
          detail:
            receipt.input[name] === undefined ? null : (
              <Value name={name} value={receipt.input[name]} zone={zone} templates={templates} />
            ),
        })),
        { term: 'Ticket', detail: ticket === null ? 'None' : ticketInWords(ticket.id, ticket.system) },
        { term: 'Reason', detail: reason },
        { term: 'Sent by', detail: receipt.actor.name },
        { term: 'Sent at', detail: <Time at={receipt.at} show="full" /> },
      ]}
    />
  )
}

type ValueProps = Pick<ReceiptFactsProps, 'zone' | 'templates'> & { name: InputField; value: string }

function Value({ name, value, zone, templates }: ValueProps) {
  const ms = name === 'preferredTimeUTC' ? utcMs(value) : null
  if (ms !== null) return <TimeLines ms={ms} customerZone={zone} />
  const words = inputInWords(name, value, templates)
  if (name === 'language' || name === 'dcvTemplateID') return words
  if (name === 'comments') return <span className="block max-w-prose whitespace-pre-wrap">{value}</span>
  return <span className="font-mono">{words}</span>
}
