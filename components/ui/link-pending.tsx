'use client'

import { useLinkStatus } from 'next/link'
import { Spinner } from './spinner.tsx'

/** Inside a link: a ring while the page it leads to is on its way, after a moment, so that quick pages do not flicker. */
export function LinkPending({ className }: { className?: string }) {
  const { pending } = useLinkStatus()
  return pending ? (
    <span className={className}>
      <Spinner className="animate-[spin_1s_linear_infinite,appear_0s_150ms_both]" />
      <span className="sr-only">Loading…</span>
    </span>
  ) : null
}
