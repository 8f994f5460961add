'use client'

import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Spinner } from '#components/ui/spinner.tsx'
import type { OrderStateView } from '#lib/desk/order-state.ts'
import { AskProblemNotice } from '../ask-problem.tsx'
import { AsOf } from './as-of.tsx'
import { EarlyReadForm, earlyReadForm } from './early-read-form.tsx'
import { useReadState } from './use-read-state.ts'

export interface ReadStateProps extends Pick<
  OrderStateView,
  'readAt' | 'readBy' | 'readingBy' | 'nextAt' | 'may'
> {
  readonly order: string
  readonly account: string
  /** The page asks by itself when it is seen. */
  readonly automatic: boolean
  /** The answer in one sentence, said aloud when it has changed. */
  readonly answer: string
  /** The title of the last read’s failure and when it was, or null. */
  readonly failed: { readonly at: number; readonly title: string } | null
  /** The answer as the page shows it. */
  readonly children: ReactNode
}

/** The answer with its age, when the next may be had, and the button that asks for it. */
export function ReadState(props: ReadStateProps) {
  const { order, account, automatic, readAt, readingBy, nextAt, may, children } = props
  const reader = useReadState({ order, account, automatic, isUnderWay: readingBy !== null })
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const isDue = useIsDue(nextAt)
  const isReading = reader.isPending || (readingBy !== null && !reader.isTakingLong)
  const isFirst = isReading && readAt === null

  function close() {
    setOpen(false)
    button.current?.focus()
  }
  function press() {
    if (isDue) reader.read({ reason: null, automatic: false })
    else if (isOpen) close()
    else setOpen(true)
  }
  function readEarly() {
    reader.read({ reason: reason.trim(), automatic: false }, () => {
      setReason('')
      close()
    })
  }

  return (
    <div data-asking={isFirst ? 'first' : undefined} className="px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2.5">
        <div className="min-w-0 flex-1 basis-72">
          {isFirst ? <Asking /> : children}
          <AsOf {...props} isAsking={reader.isPending} isTakingLong={reader.isTakingLong} isDue={isDue} />
        </div>
        {may === 'read' && (
          <Button
            ref={button}
            size="sm"
            pending={isReading}
            pendingLabel="Reading…"
            aria-expanded={isDue ? undefined : isOpen}
            aria-controls={isOpen ? earlyReadForm : undefined}
            onClick={press}
          >
            Read the state now
          </Button>
        )}
      </div>
      {isOpen && may === 'read' && (
        <EarlyReadForm
          reason={reason}
          onReason={setReason}
          error={reader.wrongReason}
          pending={reader.isAsking}
          onSend={readEarly}
          onCancel={close}
        />
      )}
      {reader.problem !== null && (
        <AskProblemNotice problem={reader.problem} word="Not read" className="mt-3" />
      )}
    </div>
  )
}

function Asking() {
  return (
    <p className="flex items-start gap-2 text-lg font-semibold">
      <Spinner className="mt-1.5" />
      Asking the CA for the first time…
    </p>
  )
}

/** Also when the time comes while the page stays open. */
function useIsDue(nextAt: number | null): boolean {
  return useSyncExternalStore(
    everyMoment,
    () => nextAt === null || Date.now() >= nextAt,
    () => nextAt === null,
  )
}

function everyMoment(changed: () => void): () => void {
  const timer = setInterval(changed, 10_000)
  return () => clearInterval(timer)
}
