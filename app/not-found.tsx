import type { Metadata } from 'next'
import { Wordmark } from '#components/shell/wordmark.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export const metadata: Metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col px-4 pt-[min(16vh,8rem)] pb-12">
      <Wordmark className="mb-6 text-lg" />
      <h1 className="text-2xl font-semibold tracking-tight">There is no such page</h1>
      <p className="mt-1 mb-5 text-base text-muted">
        The address may be mistyped, or the link that brought you here may be cut off. Nothing was sent to the
        CA.
      </p>
      <div>
        <ButtonLink href="/" variant="primary">
          Go to the desk
        </ButtonLink>
      </div>
    </main>
  )
}
