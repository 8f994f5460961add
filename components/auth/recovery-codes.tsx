'use client'

import { useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** The codes, this one time. It takes focus, because the form that brought it here is gone. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  const text = codes.join('\n')

  function download() {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(
      new Blob([`Recovery codes for Unstuck. Each counts once.\n\n${text}\n`], { type: 'text/plain' }),
    )
    link.download = 'unstuck-recovery-codes.txt'
    link.click()
    URL.revokeObjectURL(link.href)
  }

  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="recovery-title"
      className="flex min-w-0 flex-col gap-3 text-sm"
    >
      <h2 id="recovery-title" className="text-base font-semibold">
        Your recovery codes
      </h2>
      <Notice tone="warn" word="Shown once">
        Each lets you in once when your app or passkey is lost. Keep them where you keep other secrets; codes
        from before count no more.
      </Notice>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(11.5rem,1fr))] gap-x-4 gap-y-1 rounded-md border bg-sunken px-3 py-2 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2 noscript:hidden">
        <Button size="sm" onClick={download}>
          Download
        </Button>
        <CopyButton value={text} what="recovery codes" />
      </div>
    </section>
  )
}
