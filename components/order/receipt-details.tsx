import { catalogue } from '#lib/ca/catalogue.ts'
import type { InputField } from '#lib/ca/operation.ts'
import type { Receipt } from '#lib/desk/receipt.ts'
import { KeyValue } from '#components/ui/key-value.tsx'
import { asStart } from '#components/ui/sentence.ts'

/** Everything an attempt left behind: what was asked, what it means, what the CA said. */
export function ReceiptDetails({ receipt }: { receipt: Receipt }) {
  const { fields } = catalogue[receipt.operation]
  const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  const input = Object.entries(receipt.input) as [InputField, string][]
  return (
    <div className="flex flex-col gap-3">
      <KeyValue
        items={[
          { term: 'What it means', detail: receipt.explanation },
          { term: 'Next step', detail: receipt.nextStep },
          { term: 'Acts next', detail: asStart(receipt.actsNext) },
          { term: 'Reason given', detail: receipt.reason },
          ...input.map(([name, value]) => ({
            term: label(name),
            detail: name === 'preferredTimeUTC' ? `${value} UTC` : value,
          })),
          { term: 'Field at fault', detail: receipt.field === null ? null : label(receipt.field) },
          { term: 'CA’s message', detail: receipt.message },
          { term: 'CA’s numbers', detail: numbers(receipt), mono: true },
          { term: 'Source', detail: receipt.source?.document },
          { term: 'Attempt', detail: receipt.attempt, mono: true },
        ]}
      />
      {receipt.raw !== null && <RawReply raw={receipt.raw} />}
    </div>
  )
}

function numbers({ code, status }: Receipt): string | null {
  const said = [
    code === null ? null : `errorCode ${code}`,
    status === null ? null : `status ${status}`,
  ].filter(Boolean)
  return said.length > 0 ? said.join(', ') : null
}

export function RawReply({ raw }: { raw: string }) {
  return (
    <figure>
      <figcaption className="mb-1 text-sm text-faint">The CA’s raw answer</figcaption>
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
