import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react'
import type { StateRead } from '#lib/desk/order-state.ts'
import { useAsk } from '../use-ask.ts'
import { keepLinkFocus } from './keep-focus.ts'
import { forgetRead, mayReadByItself, noteRead, type ReadPlace } from './read-guard.ts'

interface Question {
  readonly reason: string | null
  readonly automatic: boolean
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
  const path = `/orders/${encodeURIComponent(order)}/state`
  const { ask, isAsking, problem, say } = useAsk<StateRead>({ path, patience, toSee: 'reload the page' })
  const [wrongReason, setWrongReason] = useState<string | null>(null)
  const place = { order, account }
  const restoreFocus = useRef<(() => void) | null>(null)
  const reload = () => {
    restoreFocus.current = keepLinkFocus()
    startLoading(() => router.refresh())
  }
  useEffect(() => {
    if (!isLoading) restoreFocus.current?.()
  }, [isLoading])

  async function read(question: Question, onRead?: () => void) {
    setWrongReason(null)
    const answer = await ask({ account, ...question })
    if (answer === null) return
    if (answer.is === 'not-read' && answer.field === 'reason') return setWrongReason(answer.message)
    if (answer.is === 'not-read' || answer.is === 'recent') say(answer.message)
    if (answer.is !== 'not-read' && answer.is !== 'failed') forgetRead(tabStorage, place)
    if (answer.is === 'read') onRead?.()
    // Every other answer may have changed what the page shows.
    reload()
  }

  const readByItself = useEffectEvent(() => {
    const now = Date.now()
    if (!mayReadByItself(tabStorage, place, now) || !noteRead(tabStorage, place, now)) return
    void read({ reason: null, automatic: true })
  })
  useEffect(() => (automatic ? onceVisible(readByItself) : undefined), [automatic])
  const isTakingLong = useReloadWhile(isUnderWay && !isAsking, reload)

  const isPending = isAsking || (isLoading && !isUnderWay)
  return { read, problem, wrongReason, isTakingLong, isAsking, isPending }
}

const tabStorage = (): Storage => window.sessionStorage

/** What the server takes by its defaults: two reads of a minute, each after a wait for its turn. */
const patience = 200_000

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
