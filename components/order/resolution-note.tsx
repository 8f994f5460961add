import type { Finding, Resolution } from '#lib/desk/receipt.ts'
import { Time } from '#components/ui/time.tsx'

export const findingWords: Record<Finding, string> = {
  'carried-out': 'The CA did carry it out',
  'not-carried-out': 'The CA did not carry it out',
  'cannot-tell': 'It cannot be told any more',
}

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
