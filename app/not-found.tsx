import type { Metadata } from 'next'
import { MissingPage } from '#components/shell/missing-page.tsx'
import { Wordmark } from '#components/shell/wordmark.tsx'

export const metadata: Metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col px-4 pt-[min(16vh,8rem)] pb-12">
      <Wordmark className="mb-6 text-lg" />
      <MissingPage />
    </main>
  )
}
