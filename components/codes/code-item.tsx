import { catalogue } from '#lib/ca/catalogue.ts'
import type { CodeEntry } from '#lib/ca/codes.ts'
import { KeyValue } from '#components/ui/key-value.tsx'
import { OutcomeMark } from '#components/ui/outcome-mark.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { ConfidenceBadge } from './confidence.tsx'

export function CodeItem({ entry, anchor }: { entry: CodeEntry; anchor: string }) {
  const { row, documentedMessage, operations } = entry
  return (
    <li
      id={anchor}
      className="grid gap-x-5 gap-y-2 px-4 py-4 target:bg-accent-soft/50 sm:grid-cols-[8.5rem_minmax(0,1fr)]"
    >
      <div className="flex items-start gap-3 sm:flex-col sm:gap-1.5">
        <a
          href={`#${anchor}`}
          className="rounded-sm font-mono text-base font-medium text-ink underline-offset-2 hover:underline"
        >
          <NumberWords entry={entry} />
        </a>
        <OutcomeMark kind={row.kind} />
      </div>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="text-sm font-medium wrap-anywhere">{row.title}</h3>
          <ConfidenceBadge confidence={row.confidence} />
        </div>
        <p className="mt-0.5 max-w-prose text-sm text-muted">{row.explanation}</p>
        <KeyValue
          className="mt-2.5"
          items={[
            { term: 'Next step', detail: row.nextStep },
            { term: 'Acts next', detail: row.actsNext },
            { term: 'CA’s message', detail: documentedMessage },
            { term: 'Operations', detail: operations.map((id) => catalogue[id].title).join(', ') || null },
            { term: 'Source', detail: <SourceWords entry={entry} /> },
          ]}
        />
      </div>
    </li>
  )
}

function NumberWords({ entry: { code, status } }: { entry: CodeEntry }) {
  if (code === null && status === null) return <>number not known</>
  return (
    <>
      {code !== null && <span className="block">{code}</span>}
      {status !== null && <span className="block text-sm text-muted">status {status}</span>}
    </>
  )
}

function SourceWords({ entry: { row } }: { entry: CodeEntry }) {
  const { document, url } = row.source
  if (!url) return document
  return (
    <TextLink href={url} rel="noreferrer" target="_blank" prefetch={false}>
      {document}
      <span className="sr-only"> (opens in a new tab)</span>
    </TextLink>
  )
}
