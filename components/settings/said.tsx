'use client'

import { useEffect, useRef } from 'react'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Time } from '#components/ui/time.tsx'
import type { SettingsState } from './settings-state.ts'

export interface SaidProps {
  readonly message: string | null
  readonly once?: SettingsState['once']
}

/** What a change came to. It takes focus, because the button that was pressed may be gone, and so it is read out. */
export function Said({ message, once = null }: SaidProps) {
  const box = useRef<HTMLDivElement>(null)
  // It is taken away while an answer is awaited, so each answer is a box of its own.
  useEffect(() => box.current?.focus(), [])
  return (
    <div
      ref={box}
      tabIndex={-1}
      // A landmark would be one of several of this name, and a fieldset holds fields.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label="What was changed"
      className="max-w-2xl self-stretch"
    >
      <Notice tone="success" title={message}>
        {once && <Once once={once} />}
      </Notice>
    </div>
  )
}

function Once({ once }: { once: NonNullable<SettingsState['once']> }) {
  const { what, value, until } = once
  const isLink = what.endsWith('link')
  return (
    <>
      <p>
        This is the only time the {what} is shown.{' '}
        {isLink
          ? 'Nothing is mailed: give it to the person yourself, by a way you trust.'
          : 'Keep it where secrets are kept.'}
      </p>
      <p className="flex flex-wrap items-start gap-x-1 gap-y-1 rounded-md border bg-surface px-2.5 py-1.5">
        <code className="min-w-0 flex-1 basis-60 self-center font-mono text-xs wrap-anywhere text-ink">
          {value}
        </code>
        <CopyButton value={value} what={what} />
      </p>
      {until !== null && (
        <p>
          It works {isLink && 'once, '}until <Time at={until} show="full" />.
        </p>
      )}
    </>
  )
}
