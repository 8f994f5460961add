import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react'
import type { StateRead } from '#lib/desk/order-state.ts'
import { keepLinkFocus } from './keep-focus.ts'
import { forgetRead, mayReadByItself, noteRead, type ReadPlace } from './read-guard.ts'

interface Question {
  readonly reason: string | null
  readonly automatic: boolean
}

/** Why the question came to nothing, where the page does not tell by itself. */
export interface ReadProblem {
  readonly is: 'no-answer' | 'offline' | 'signed-out' | 'said' | 'reason'
  readonly message: string
}

export interface ReadStateOptions extends ReadPlace {
  /** The page may ask by itself, once, when somebody sees it. */
  readonly automatic: boolean
  /** Somebody’s read is under way at the server. */
  readonly isUnderWay: boolean
}

/** Asks the server to read the order at the CA, once for each press, and lets the page show what came of it. */
export function useReadState({ order, account, automatic, isUnderWay }: ReadStateOptions) {
  const router = useRouter()
  const [isLoading, startLoading] = useTransition()
  const [problem, setProblem] = useState<ReadProblem | null>(null)
  const underWay = useRef(false)
  const place = { order, account }
  const restoreFocus = useRef<(() => void) | null>(null)
  const reload = () => {
    restoreFocus.current = keepLinkFocus()
    startLoading(() => router.refresh())
  }
  useEffect(() => {
    if (!isLoading) restoreFocus.current?.()
  }, [isLoading])

  const mutation = useMutation({
    mutationFn: (question: Question) => ask(place, question),
    onSuccess: (answer) => {
      if ('is' in answer && answer.is !== 'failed' && answer.is !== 'not-read') forgetRead(tabStorage, place)
    },
  })

  function read(question: Question, onRead?: () => void) {
    if (underWay.current) return
    underWay.current = true
    setProblem(null)
    mutation.mutate(question, {
      onSuccess: (answer) => {
        const found = problemOf(answer)
        setProblem(found)
        if ('is' in answer && answer.is === 'read') onRead?.()
        // Every answer but these two may have changed what the page shows.
        if (found === null || found.is === 'said') reload()
      },
      onError: () => setProblem(navigator.onLine ? noAnswer : offline),
      onSettled: () => {
        underWay.current = false
      },
    })
  }

  const readByItself = useEffectEvent(() => {
    const now = Date.now()
    if (!mayReadByItself(tabStorage, place, now) || !noteRead(tabStorage, place, now)) return
    read({ reason: null, automatic: true })
  })
  useEffect(() => (automatic ? onceVisible(readByItself) : undefined), [automatic])
  const isTakingLong = useReloadWhile(isUnderWay && !mutation.isPending, reload)

  const isAsking = mutation.isPending
  return { read, problem, isTakingLong, isAsking, isPending: isAsking || (isLoading && !isUnderWay) }
}

const tabStorage = (): Storage => window.sessionStorage

const noAnswer: ReadProblem = {
  is: 'no-answer',
  message:
    'This desk’s server did not answer. It may have asked the CA all the same: reload the page to see.',
}
const offline: ReadProblem = {
  is: 'offline',
  message:
    'Your browser is offline. If the question had left already, the CA was asked: reload the page when you are back online.',
}

/** Longer than the server takes by its defaults: two reads of a minute, each after a wait for its turn. */
const patience = 200_000

async function ask(
  { order, account }: ReadPlace,
  question: Question,
): Promise<StateRead | { readonly signedOut: string }> {
  const response = await fetch(`/orders/${encodeURIComponent(order)}/state`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, ...question }),
    signal: AbortSignal.timeout(patience),
  })
  const body = (await response.json()) as StateRead & { readonly message?: string }
  return response.status === 401 ? { signedOut: body.message ?? 'You are signed out.' } : body
}

function problemOf(answer: Awaited<ReturnType<typeof ask>>): ReadProblem | null {
  if ('signedOut' in answer) return { is: 'signed-out', message: answer.signedOut }
  if (answer.is === 'not-read')
    return { is: answer.field === 'reason' ? 'reason' : 'said', message: answer.message }
  return answer.is === 'recent' ? { is: 'said', message: answer.message } : null
}

/** Calls back when the page is seen: at once, or when its tab is opened. A page that is only fetched ahead never is. */
function onceVisible(then: () => void): () => void {
  const look = () => {
    if (document.visibilityState !== 'visible') return
    document.removeEventListener('visibilitychange', look)
    then()
  }
  document.addEventListener('visibilitychange', look)
  look()
  return () => document.removeEventListener('visibilitychange', look)
}

const lookEvery = 3_000
const longest = 60_000

/** Loads the page anew every few seconds while somebody reads, for a minute at most. True from then on. */
function useReloadWhile(isUnderWay: boolean, reload: () => void): boolean {
  const [gaveUp, setGaveUp] = useState(false)
  const look = useEffectEvent(reload)
  useEffect(() => {
    if (!isUnderWay) return undefined
    const began = Date.now()
    const timer = setInterval(() => {
      if (Date.now() - began > longest) {
        clearInterval(timer)
        setGaveUp(true)
      } else if (document.visibilityState === 'visible') look()
    }, lookEvery)
    return () => {
      clearInterval(timer)
      setGaveUp(false)
    }
  }, [isUnderWay])
  return gaveUp
}
