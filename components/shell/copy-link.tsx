'use client'

import { useEffect, useState } from 'react'
import { CheckIcon } from '#components/ui/icons.tsx'
import { AddressDialog } from './address-dialog.tsx'
import { useDoor } from './doors.ts'
import { LinkIcon } from './icons.tsx'
import { sharedLink } from './shared-link.ts'

/** Copies the address of what the page shows, from every screen. Where the browser forbids that, the address is shown instead. */
export function CopyLink() {
  const [copied, setCopied] = useState(false)
  const [address, setAddress] = useState<string | null>(null)

  async function copy() {
    const link = sharedLink(window.location.href)
    try {
      await navigator.clipboard.writeText(link)
      setCopied(true)
    } catch {
      setCopied(false)
      setAddress(link)
    }
  }
  useDoor('copy-link', copy)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2500)
    return () => clearTimeout(timer)
  }, [copied])

  return (
    <div className="relative">
      <button
        type="button"
        onClick={copy}
        aria-label="Copy link"
        aria-keyshortcuts="c"
        title="Copy the link to this page"
        className="grid size-8 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-10"
      >
        {copied ? <CheckIcon className="text-done" /> : <LinkIcon />}
      </button>
      <output className="pointer-events-none absolute top-full right-0 z-20 mt-1.5">
        {copied && (
          <span className="block animate-[appear_120ms_ease-out] rounded-md border bg-surface px-2.5 py-1 text-sm whitespace-nowrap text-ink shadow-float">
            Link copied
          </span>
        )}
      </output>
      {address !== null && <AddressDialog address={address} onClose={() => setAddress(null)} />}
    </div>
  )
}
