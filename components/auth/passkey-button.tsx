'use client'

import { type ReactNode, startTransition, useActionState, useState } from 'react'
import { Button, type ButtonVariant } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { untouched, type FormStateAction } from '#components/ui/form-state.ts'
import { signWithPasskey } from './passkey-browser.ts'

export interface PasskeyButtonProps {
  readonly action: FormStateAction
  /** Where the question comes from that the passkey signs. */
  readonly question: string
  /** Sent along with the answer. */
  readonly hidden: Readonly<Record<string, string>>
  readonly variant?: ButtonVariant
  readonly className?: string
  readonly children: ReactNode
}

/** Asks the browser for a passkey when it is pressed, and nothing before. Not there without scripts, which it needs. */
export function PasskeyButton({
  action,
  question,
  hidden,
  variant,
  className,
  children,
}: PasskeyButtonProps) {
  const [state, send, isSending] = useActionState(action, untouched)
  const [asked, setAsked] = useState<{ isOpen: boolean; problem: string | null }>(closed)
  const pending = asked.isOpen || isSending

  async function press() {
    setAsked({ isOpen: true, problem: null })
    const answer = await signWithPasskey(question)
    setAsked({ isOpen: false, problem: answer.ok ? null : answer.message })
    if (!answer.ok) return
    const form = new FormData()
    for (const [name, value] of Object.entries(hidden)) form.set(name, value)
    form.set('answer', answer.json)
    startTransition(() => send(form))
  }

  const problem = asked.problem ?? state.errors[0]?.message ?? null
  return (
    <div className={cx('flex flex-col gap-4 noscript:hidden', className)}>
      {problem !== null && !pending && <ErrorSummary errors={[{ message: problem }]} />}
      <Button
        variant={variant}
        pending={pending}
        pendingLabel={asked.isOpen ? 'Asking for the passkey…' : 'Signing in…'}
        onClick={press}
        className="w-full"
      >
        {children}
      </Button>
    </div>
  )
}

const closed = { isOpen: false, problem: null }
