'use client'

import './globals.css'
import { FailedPage } from '#components/shell/failed-page.tsx'

export interface GlobalErrorProps {
  readonly error: Error & { digest?: string }
  readonly retry: () => void
}

/** When even the outermost layout fails. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown · Unstuck</title>
        <main className="mx-auto max-w-md px-4 pt-[min(16vh,8rem)] pb-12">
          <FailedPage digest={error.digest ?? null} retry={() => retry()} />
        </main>
      </body>
    </html>
  )
}
