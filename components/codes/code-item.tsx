import { catalogue } from '#lib/ca/catalogue.ts'
import type { CodeEntry } from '#lib/ca/codes.ts'
import { OutcomeMark } from '#components/ui/outcome-mark.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { ConfidenceBadge } from './confidence.tsx'

export interface CodeItemProps {
  readonly entry: CodeEntry
  readonly anchor: string
}

export function CodeItem({ entry, anchor }: CodeItemProps) {
  const { row, documentedMessage, operations } = entry
  return (
    <li
      id={anchor}
      className="grid gap-x-5 gap-y-2 px-4 py-3.5 target:bg-accent-soft/50 sm:grid-cols-[8.5rem_minmax(0,1fr)]"
    >
      <div className="flex items-start gap-3 sm:flex-col sm:gap-1.5">
        <a
          href={`#${anchor}`}
          className="rounded-sm font-mono text-base font-medium text-ink underline-offset-2 hover:underline"
        >
          <Numbers entry={entry} />
        </a>
        <OutcomeMark kind={row.kind} />
      </div>
      <div className="min-w-0 text-sm">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="font-medium wrap-anywhere">{row.title}</h3>
          <ConfidenceBadge confidence={row.confidence} />
        </div>
        <p className="mt-0.5 max-w-[72ch] text-muted">{row.explanation}</p>
        <p className="mt-1 max-w-[72ch]">
          <span className="text-faint">Next step: </span>
          {row.nextStep}
        </p>
        {documentedMessage !== null && (
          <p className="mt-1 max-w-[72ch] wrap-anywhere">
            <span className="text-faint">CA’s message: </span>“{documentedMessage}”
          </p>
        )}
        <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-faint">
          <li>Acts next: {row.actsNext}</li>
          <li className="wrap-anywhere">
            Source: <SourceWords entry={entry} />
          </li>
          {operations.length > 0 && <li>For: {operations.map((id) => catalogue[id].title).join(', ')}</li>}
        </ul>
      </div>
    </li>
  )
}

function Numbers({ entry: { code, status } }: { entry: CodeEntry }) {
  if (code === null && status === null) return <span className="font-sans text-sm">number not known</span>
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
