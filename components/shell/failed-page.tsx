import { Button } from '#components/ui/button.tsx'

export interface FailedPageProps {
  readonly digest: string | null
  readonly retry: () => void
}

/** The page could not be shown. What was sent before stands in the history, and this says so. */
export function FailedPage({ digest, retry }: FailedPageProps) {
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">This page could not be shown</h1>
      <p className="mt-1 text-base text-muted">
        Something failed on our side. If you had just sent something, do not send it again: open the order and
        read its attempts first.
      </p>
      {digest !== null && (
        <p className="mt-3 text-sm text-muted">
          For whoever runs the server, the error’s number:{' '}
          <span className="font-mono text-ink">{digest}</span>
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          Show the page again
        </Button>
        {/* A whole page load on purpose: what failed may be the router itself. */}
        <form action="/" method="get">
          <Button type="submit" variant="ghost">
            Go to the desk
          </Button>
        </form>
      </div>
    </>
  )
}
