import { useRef, useState } from 'react'

/** Why a question came to nothing, where the answer does not tell by itself. */
export interface AskProblem {
  readonly is: 'no-answer' | 'offline' | 'signed-out' | 'said'
  readonly message: string
}

export interface AskOptions {
  /** Of the handler here that asks the CA. */
  readonly path: string
  /** In milliseconds: longer than the handler gives the CA, so that it is the server that says what happened. */
  readonly patience: number
  /** What shows whether the CA was asked when no answer came back, such as `press again`. */
  readonly toSee: string
}

/** Asks the server to read something at the CA: one question at a time, sent once for each press, and never again by itself. */
export function useAsk<Answer extends object>({ path, patience, toSee }: AskOptions) {
  const underWay = useRef(false)
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<AskProblem | null>(null)

  /** Null where there is no answer, which `problem` says, and while another question is under way. */
  async function ask(question: object): Promise<Answer | null> {
    if (underWay.current) return null
    underWay.current = true
    setAsking(true)
    setProblem(null)
    try {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(question),
        signal: AbortSignal.timeout(patience),
      })
      const answer = (await response.json()) as Answer & { readonly message?: string }
      if (response.status !== 401) return answer
      setProblem({ is: 'signed-out', message: answer.message ?? 'You are signed out.' })
    } catch {
      setProblem(lost(toSee))
    } finally {
      underWay.current = false
      setAsking(false)
    }
    return null
  }

  return { ask, isAsking, problem, say: (message: string) => setProblem({ is: 'said', message }) }
}

function lost(toSee: string): AskProblem {
  return navigator.onLine
    ? {
        is: 'no-answer',
        message: `This desk’s server did not answer. It may have asked the CA all the same: ${toSee} to see.`,
      }
    : {
        is: 'offline',
        message: `Your browser is offline. The CA may have been asked all the same: ${toSee} when you are back online.`,
      }
}
