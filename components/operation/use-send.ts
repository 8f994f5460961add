import { useMutation } from '@tanstack/react-query'
import { unstable_isUnrecognizedActionError } from 'next/navigation'
import { useRef, useState } from 'react'
import type { NotSent, Performed, Receipt } from '#lib/desk/receipt.ts'
import type { OperationCall } from '#lib/desk/views.ts'

/** Why there is no receipt. `no-answer` is about this desk's own server: whether it got the attempt is not known. */
export type Problem =
  | { readonly is: 'not-sent'; readonly notSent: NotSent; readonly at: number }
  | { readonly is: 'no-answer'; readonly offline: boolean; readonly at: number }
  | { readonly is: 'stale'; readonly at: number }

export type PerformAction = (call: OperationCall) => Promise<Performed>

export interface Sending {
  readonly performAction: PerformAction
  /** Before anything leaves the browser. */
  readonly onSend: () => void
  /** Also when the person has left the form meanwhile. */
  readonly onReceipt: (receipt: Receipt) => void
  readonly onProblem: (problem: Problem) => void
}

/** Sends once for each press. A press while one is under way is ignored. */
export function useSend({ performAction, onSend, onReceipt, onProblem }: Sending) {
  const underWay = useRef(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const stop = (found: Problem) => {
    setProblem(found)
    onProblem(found)
  }

  const mutation = useMutation({
    mutationFn: performAction,
    onSuccess: (performed) => {
      if (performed.is === 'receipt') onReceipt(performed.receipt)
      else stop({ is: 'not-sent', notSent: performed.notSent, at: Date.now() })
    },
    onError: (error) => {
      const at = Date.now()
      if (unstable_isUnrecognizedActionError(error)) stop({ is: 'stale', at })
      else stop({ is: 'no-answer', offline: !navigator.onLine, at })
    },
    onSettled: () => {
      underWay.current = false
    },
  })

  function send(call: OperationCall) {
    if (underWay.current) return
    underWay.current = true
    setProblem(null)
    onSend()
    mutation.mutate(call)
  }

  return { send, pending: mutation.isPending, problem }
}
