'use client'

import { FailedPage } from '#components/shell/failed-page.tsx'

export interface PageErrorProps {
  readonly error: Error & { digest?: string }
  readonly retry: () => void
}

export default function PageError({ error, retry }: PageErrorProps) {
  return (
    <main className="mx-auto max-w-md px-4 pt-[min(16vh,8rem)] pb-12">
      <FailedPage digest={error.digest ?? null} retry={() => retry()} />
    </main>
  )
}
