import type { Resolution } from '#lib/desk/receipt.ts'
import { Time } from '#components/ui/time.tsx'
import { findingWords } from './finding-words.ts'

export function ResolutionNote({ resolution }: { resolution: Resolution }) {
  return (
    <div className="mt-2 rounded-md border-l-2 border-accent bg-raised px-3 py-2 text-sm">
      <p className="font-medium">Resolved: {findingWords[resolution.finding]}</p>
      <p className="wrap-anywhere whitespace-pre-line text-muted">{resolution.note}</p>
      <p className="mt-0.5 text-xs text-faint">
        {resolution.by}, <Time at={resolution.at} show="both" />
      </p>
    </div>
  )
}
