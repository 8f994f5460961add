import type { Confidence } from '#lib/ca/outcome.ts'
import { Badge } from '#components/ui/badge.tsx'

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  documented: 'The CA’s own document for this endpoint says so.',
  'second-hand':
    'Somebody else’s document or program says so, such as a partner’s. The CA’s own was not to be had.',
  inferred:
    'Our reading of several documents together. Check it against the CA’s message before relying on it.',
}

const tones = { documented: 'neutral', 'second-hand': 'doubt', inferred: 'odd' } as const

/** With an edge, because it also stands on a ground of its own colour. */
export function ConfidenceBadge({ confidence }: { confidence: Confidence }) {
  return (
    <Badge tone={tones[confidence]} className="ring-1 ring-current/20 ring-inset">
      {confidence}
    </Badge>
  )
}
