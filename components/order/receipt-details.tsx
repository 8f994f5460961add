import { catalogue } from '#lib/ca/catalogue.ts'
import type { InputField } from '#lib/ca/operation.ts'
import type { Receipt } from '#lib/desk/receipt.ts'
import { KeyValue } from '#components/ui/key-value.tsx'
import {
  actsNextInWords,
  doubtOf,
  inputInWords,
  numbersOf,
  type Templates,
} from '#components/operation/receipt-text.ts'

/** Everything an attempt left behind: what was asked, what it means, what the CA said. */
export function ReceiptDetails({ receipt, templates }: { receipt: Receipt; templates: Templates }) {
  const { fields } = catalogue[receipt.operation]
  const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  const doubt = doubtOf(receipt.confidence)
  const input = Object.entries(receipt.input) as [InputField, string][]
  return (
    <div className="flex flex-col gap-3">
      <KeyValue
        items={[
          { term: 'What it means', detail: receipt.explanation },
          { term: 'Our reading', detail: doubt },
          { term: 'What happens next', detail: `${receipt.nextStep}\n${actsNextInWords(receipt.actsNext)}.` },
          { term: 'Reason', detail: receipt.reason },
          ...input.map(([name, value]) => ({
            term: label(name),
            detail: name === 'preferredTimeUTC' ? `${value} UTC` : inputInWords(name, value, templates),
          })),
          { term: 'Field at fault', detail: receipt.field === null ? null : label(receipt.field) },
          { term: 'The CA’s own words', detail: receipt.message },
          { term: 'The CA’s numbers', detail: numbersOf(receipt), mono: true },
          { term: 'Source', detail: receipt.source?.document },
          { term: 'Attempt', detail: receipt.attempt, mono: true },
        ]}
      />
      {receipt.raw !== null && <RawReply raw={receipt.raw} />}
    </div>
  )
}

function RawReply({ raw }: { raw: string }) {
  return (
    <figure>
      <figcaption className="mb-1 text-sm text-faint">The CA’s reply</figcaption>
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-60 overflow-auto rounded-md border bg-raised px-3 py-2 font-mono text-xs break-all whitespace-pre-wrap text-ink"
      >
        {raw === '' ? '(empty)' : raw}
      </pre>
    </figure>
  )
}
