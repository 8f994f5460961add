import { Skeleton } from './skeleton.tsx'

/** What a page shows while it is read. The words are for everybody; the bars only keep the place. */
export function Loading({ what }: { what: string }) {
  return (
    <div aria-busy="true">
      <h1 className="mb-6 text-sm text-muted">Loading {what}…</h1>
      <div className="flex flex-col gap-3">
        <Skeleton className="h-7 w-56 max-w-full" />
        <Skeleton className="w-80 max-w-full" />
        <Skeleton className="mt-4 h-24" />
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
      </div>
    </div>
  )
}
