'use client'

import { FailedPage } from '#components/shell/failed-page.tsx'

export interface DeskErrorProps {
  readonly error: Error & { digest?: string }
  readonly retry: () => void
}

/** Inside the frame, so that search and navigation stay at hand. */
export default function DeskError({ error, retry }: DeskErrorProps) {
  return (
    <div className="max-w-md py-8">
      <FailedPage digest={error.digest ?? null} retry={() => retry()} />
    </div>
  )
}
