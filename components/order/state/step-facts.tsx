import { confidenceWords, ConfidenceBadge } from '#components/codes/confidence.tsx'
import { KeyValue } from '#components/ui/key-value.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { Source } from '#lib/ca/outcome.ts'
import type { Step } from '#lib/ca/steps.ts'

/** Whether there is anything to show of what the CA said about a step. */
export function hasFacts({ rawField, source }: Step): boolean {
  return rawField !== null || source !== null
}

/** What the CA said of a step, word for word, and how sure the desk’s reading of it is. */
export function StepFacts({ step: { rawField, rawValue, source, confidence } }: { step: Step }) {
  return (
    <KeyValue
      items={[
        { term: 'Field', detail: rawField, mono: true },
        { term: 'Value', detail: rawField === null ? null : (rawValue ?? 'absent'), mono: rawValue !== null },
        { term: 'Our reading from', detail: source && <SourceWords source={source} /> },
        {
          term: 'How sure',
          detail: confidence && (
            <>
              <ConfidenceBadge confidence={confidence} />{' '}
              <span className="text-muted">{confidenceWords[confidence]}</span>
            </>
          ),
        },
      ]}
    />
  )
}

function SourceWords({ source: { document, url } }: { source: Source }) {
  if (url === undefined) return document
  return (
    <TextLink href={url} rel="noreferrer" target="_blank" prefetch={false}>
      {document}
      <span className="sr-only"> (opens in a new tab)</span>
    </TextLink>
  )
}
