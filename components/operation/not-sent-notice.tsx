'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { useRouter } from 'next/navigation'
import { useSignInHref } from '#components/shell/use-sign-in-href.ts'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { NotSent } from '#lib/desk/receipt.ts'
import { DuplicateDetail } from './duplicate-detail.tsx'
import { orderOf, receiptOf } from './links.ts'
import type { SentStepProps } from './use-sender.ts'

export interface NotSentNoticeProps extends SentStepProps {
  readonly notSent: NotSent
  /** When it was stopped, in epoch milliseconds. */
  readonly at: number
}

/** A guard stopped it before anything left: what stood in the way, and the way on. */
export function NotSentNotice(props: NotSentNoticeProps) {
  const { notSent } = props
  if (notSent.cause === 'approval') return <WaitingNotice {...props} />
  return (
    <Notice
      tone={notSent.cause === 'hold' || notSent.cause === 'forbidden' ? 'danger' : 'warn'}
      {...headed(notSent.title)}
    >
      <p>{notSent.explanation}</p>
      {notSent.cause === 'throttled' ? (
        <Countdown {...props} />
      ) : (
        <p className="font-medium text-ink">{notSent.nextStep}</p>
      )}
      {notSent.errors.length > 0 && (
        <ul className="list-disc pl-4">
          {notSent.errors.map((error) => (
            <li key={error.field}>{error.message}</li>
          ))}
        </ul>
      )}
      <Way {...props} />
    </Notice>
  )
}

/** Written down, and nothing to do here any more: said as what it is, not as a failure. */
function WaitingNotice({ notSent, order, account }: NotSentNoticeProps) {
  const router = useRouter()
  const place = { order, account, ticket: null }
  // The page has the request then, with the way to take it back.
  useEffect(() => router.refresh(), [router])
  return (
    <Notice word="Waits for a second person">
      <p>{notSent.explanation}</p>
      <p className="font-medium text-ink">{notSent.nextStep}</p>
      <p>
        <TextLink href={`${orderOf(place)}#approvals`}>See the request on the order’s page</TextLink>
      </p>
    </Notice>
  )
}

/** The server's titles carry the word themselves; here it stands in its own place. */
function headed(title: string): { word: string; title: string } {
  const [, rest] = /^Not sent: (.*)$/.exec(title) ?? []
  return { word: 'Not sent', title: rest ?? title }
}

function Way(props: NotSentNoticeProps) {
  const { notSent, state, sender, about, order, account } = props
  switch (notSent.cause) {
    case 'duplicate':
      return notSent.duplicate === null ? null : <DuplicateDetail {...props} duplicate={notSent.duplicate} />
    case 'signed-out':
      return <SignIn />
    case 'hold':
      return (
        <p>
          <TextLink href="/">Holds on the desk</TextLink>
        </p>
      )
    case 'key-reused':
      return (
        <div className="flex flex-wrap items-center gap-3">
          <ButtonLink
            size="sm"
            href={receiptOf({ order, account, operation: about.id, ticket: null }, state.attemptKey)}
          >
            See what was sent before
          </ButtonLink>
          <Button size="sm" pending={sender.pending} onClick={sender.sendAsNew}>
            Send this as a new attempt
          </Button>
        </div>
      )
    case 'not-approved':
      return (
        <div>
          <Button size="sm" pending={sender.pending} onClick={sender.sendAsNew}>
            {`${sender.label} anew`}
          </Button>
        </div>
      )
    case 'not-needed':
      return <FreshRule />
    default:
      return null
  }
}

/** The form learns the rule of today, and its button then says what it does. */
function FreshRule() {
  const router = useRouter()
  useEffect(() => router.refresh(), [router])
  return null
}

/** Comes back to this form, where the draft waits. */
function SignIn() {
  const href = useSignInHref()
  return (
    <div>
      <ButtonLink size="sm" href={href}>
        Sign in and come back here
      </ButtonLink>
    </div>
  )
}

function Countdown({ notSent, at }: NotSentNoticeProps) {
  const left = useSecondsLeft(at + (notSent.retryAfterSeconds ?? 0) * 1000)
  return (
    <>
      <p className="font-medium text-ink tabular-nums empty:hidden">
        {left > 0 && `You can try again in ${left === 1 ? 'one second' : `${left} seconds`}.`}
      </p>
      <output className="block font-medium text-ink empty:hidden">
        {left === 0 && 'You can try again now.'}
      </output>
    </>
  )
}

function useSecondsLeft(until: number): number {
  return useSyncExternalStore(
    everySecond,
    () => Math.max(0, Math.ceil((until - Date.now()) / 1000)),
    () => 1,
  )
}

function everySecond(changed: () => void): () => void {
  const timer = setInterval(changed, 500)
  return () => clearInterval(timer)
}
