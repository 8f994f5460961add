import { Disclosure } from '#components/ui/disclosure.tsx'
import { KeyValue } from '#components/ui/key-value.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { OperationAbout } from '#lib/ca/operation.ts'
import type { Receipt } from '#lib/desk/receipt.ts'
import { sureness } from './receipt-text.ts'

/** The CA's numbers and its reply as it came, for who wants to know exactly. */
export function ReceiptReply({ receipt, about }: { receipt: Receipt; about: OperationAbout }) {
  const { code, status, field, raw, masked, source, confidence, attempt } = receipt
  return (
    <Disclosure summary="The CA’s reply and how we read it">
      <div className="flex flex-col gap-3">
        <KeyValue
          items={[
            { term: 'errorCode', detail: code ?? 'None', mono: code !== null },
            { term: 'status', detail: status ?? 'None', mono: status !== null },
            { term: 'Field at fault', detail: field && nameOf(field, about) },
            { term: 'Our reading', detail: confidence && <span>{capital(sureness[confidence])}</span> },
            { term: 'Source', detail: source && <Source source={source} /> },
            { term: 'Attempt', detail: attempt, mono: true },
          ]}
        />
        {raw === null ? (
          <p className="text-sm text-faint">
            {masked
              ? 'Masked: a reply is not kept after the time that is set for it.'
              : 'There was no reply to keep.'}
          </p>
        ) : (
          <section
            aria-label="The reply as it came"
            // A box that scrolls has to be reachable by keyboard.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            className="max-h-64 overflow-auto rounded-md border bg-sunken px-3 py-2"
          >
            <pre className="font-mono text-xs whitespace-pre-wrap wrap-anywhere">{raw}</pre>
          </section>
        )}
      </div>
    </Disclosure>
  )
}

function Source({ source }: { source: NonNullable<Receipt['source']> }) {
  if (source.url === undefined) return source.document
  return (
    <TextLink href={source.url} target="_blank" rel="noreferrer" prefetch={false}>
      {source.document}
      <span className="sr-only"> (opens in a new tab)</span>
    </TextLink>
  )
}

function nameOf(field: string, about: OperationAbout): string {
  const label = about.fields.find(({ name }) => name === field)?.label
  return label === undefined ? field : `${label} (${field})`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
