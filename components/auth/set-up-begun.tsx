import { CopyButton } from '#components/ui/copy-button.tsx'
import type { BegunApp } from './set-up-state.ts'

/** The secret for an authenticator app: to scan, or to type. Shown while it is being set up and never again. */
export function SetUpBegun({ begun: { secret, qr } }: { begun: BegunApp }) {
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p className="text-muted">Scan this with your authenticator app, or type the key into it.</p>
      {/* Dark on light in both schemes: not every camera reads the reverse. */}
      <svg
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an image element could not be drawn under the page's policy
        role="img"
        aria-label="QR code for the authenticator app"
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        className="w-full max-w-52 self-center rounded-md border bg-white"
        shapeRendering="crispEdges"
      >
        <path d={qr.path} className="fill-black" />
      </svg>
      <div className="flex flex-wrap items-center gap-x-1">
        <span className="basis-full text-faint">Key</span>
        <code className="min-w-0 flex-1 font-mono text-sm wrap-anywhere text-ink">
          {(secret.match(/.{1,4}/g) ?? []).join(' ')}
        </code>
        <CopyButton value={secret} what="key" />
      </div>
    </div>
  )
}
