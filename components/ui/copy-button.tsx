'use client'

import { useState } from 'react'
import { CheckIcon, CopyIcon } from './icons.tsx'

/** Copies `value`. `what` completes the name: "Copy order number". */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const [copied, setCopied] = useState<boolean | null>(null)

  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
    } catch {
      setCopied(false)
    }
    setTimeout(() => setCopied(null), 2500)
  }

  return (
    <span className="inline-flex items-center gap-1.5">
      <button
        type="button"
        onClick={copy}
        aria-label={`Copy ${what}`}
        title={`Copy ${what}`}
        className="inline-grid size-7 place-items-center rounded-md text-faint hover:bg-sunken hover:text-ink pointer-coarse:size-10"
      >
        {copied ? <CheckIcon className="text-done" /> : <CopyIcon />}
      </button>
      <output className="text-xs font-normal tracking-normal text-muted">
        {copied === true && 'Copied'}
        {copied === false && 'Could not copy'}
      </output>
    </span>
  )
}
