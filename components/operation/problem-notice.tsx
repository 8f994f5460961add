'use client'

import { useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { NotSentNotice } from './not-sent-notice.tsx'
import type { Problem } from './use-send.ts'
import { useTitle } from './use-title.ts'
import type { SentStepProps } from './use-sender.ts'

/** Why there is no receipt after a press, and what to do. It takes focus, and what was typed stays. */
export function ProblemNotice(props: SentStepProps) {
  const { problem } = props.sender
  const box = useRef<HTMLDivElement>(null)

  useTitle(problem && titleOf(problem))
  useEffect(() => {
    if (problem !== null) box.current?.focus()
  }, [problem])

  if (problem === null) return null
  return (
    <section ref={box} tabIndex={-1} aria-label="What happened" className="rounded-lg">
      <Told {...props} problem={problem} />
    </section>
  )
}

function titleOf(problem: Problem): string {
  if (problem.is === 'no-answer') return 'No answer'
  return isWaiting(problem) ? 'Waits for a second person' : 'Not sent'
}

/** No failure: the request is written down, and the next move is somebody else’s. */
export function isWaiting(problem: Problem | null): boolean {
  return problem?.is === 'not-sent' && problem.notSent.cause === 'approval'
}

function Told({ problem, ...props }: SentStepProps & { problem: Problem }) {
  if (problem.is === 'not-sent') return <NotSentNotice {...props} notSent={problem.notSent} at={problem.at} />
  return problem.is === 'stale' ? <Stale /> : <NoAnswer offline={problem.offline} />
}

/** This desk's server was not heard, so nothing is known. Its attempt key makes the next press safe. */
function NoAnswer({ offline }: { offline: boolean }) {
  return (
    <Notice
      tone="warn"
      word="No answer"
      title={offline ? 'your browser is offline' : 'this desk’s server did not answer'}
    >
      <p>
        {offline
          ? 'The form may have left just before the connection was lost.'
          : 'It may have sent the form all the same.'}{' '}
        What you typed is kept. Press the button again{offline && ' when you are back online'}: the same
        attempt is looked up, and nothing is sent twice.
      </p>
    </Notice>
  )
}

function Stale() {
  return (
    <Notice tone="warn" word="Not sent" title="this page is older than the server">
      <p>
        The desk was upgraded after you opened this page. Reload; nothing was sent, and what you typed is
        kept.
      </p>
      <div>
        <Button size="sm" onClick={() => window.location.reload()}>
          Reload the page
        </Button>
      </div>
    </Notice>
  )
}
