import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import type { DcvListRead, DcvListView } from '#lib/desk/dcv-list.ts'

/** Why there is no answer about the list. What the CA said about it stands in the list itself. */
export interface FetchProblem {
  readonly is: 'no-answer' | 'offline' | 'signed-out' | 'said'
  readonly message: string
}

interface Said {
  /** What a screen reader is told of the end. */
  readonly text: string
  /** The eye does not see it otherwise. */
  readonly isNews: boolean
}

const nothing: Said = { text: '', isNews: false }

export interface FetchListOptions {
  readonly order: string
  readonly account: string
  readonly onList: (list: DcvListView) => void
  /** What is wrong with the domain, said beside its field; null as soon as it is asked about again. */
  readonly onDomainProblem: (message: string | null) => void
}

interface Answer {
  readonly status: number
  readonly read: DcvListRead
}

/** Asks the server for a domain’s list, once for each press; the page is loaded anew behind it, so that the list survives the next step. */
export function useFetchList({ order, account, onList, onDomainProblem }: FetchListOptions) {
  const router = useRouter()
  const [, startLoading] = useTransition()
  const underWay = useRef(false)
  const [problem, setProblem] = useState<FetchProblem | null>(null)
  const [said, setSaid] = useState<Said>(nothing)

  const mutation = useMutation({
    mutationFn: (domain: string) => ask(order, account, domain),
    onSuccess: ({ status, read }) => {
      if (read.is === 'not-read') {
        if (read.field === 'domain') return onDomainProblem(read.message)
        return setProblem(
          status === 401
            ? { is: 'signed-out', message: read.message }
            : { is: 'said', message: read.message },
        )
      }
      setSaid({ text: wordsOf(read), isNews: read.is === 'kept' })
      onList(read.list)
      startLoading(() => router.refresh())
    },
    onError: () => setProblem(navigator.onLine ? noAnswer : offline),
    onSettled: () => {
      underWay.current = false
    },
  })

  function fetchList(domain: string) {
    if (underWay.current) return
    underWay.current = true
    setProblem(null)
    onDomainProblem(null)
    setSaid(nothing)
    mutation.mutate(domain)
  }

  return { fetchList, problem, said, isPending: mutation.isPending }
}

/** Longer than the server gives the CA, so that it is the server that says what happened. */
const patience = 150_000

async function ask(order: string, account: string, domain: string): Promise<Answer> {
  const response = await fetch(`/orders/${encodeURIComponent(order)}/dcv-addresses`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, domain }),
    signal: AbortSignal.timeout(patience),
  })
  return { status: response.status, read: (await response.json()) as DcvListRead }
}

const noAnswer: FetchProblem = {
  is: 'no-answer',
  message: 'This desk’s server did not answer. It may have asked the CA all the same: press again to see.',
}
const offline: FetchProblem = {
  is: 'offline',
  message:
    'Your browser is offline. The CA may have been asked all the same: press again when you are back online.',
}

function wordsOf(read: Exclude<DcvListRead, { is: 'not-read' }>): string {
  const { addresses, failure, domain } = read.list
  if (failure !== null) return `${domain}: ${failure.title}.`
  const count = addresses?.length ?? 0
  const many = count === 1 ? 'one address' : count === 0 ? 'no address' : `${count} addresses`
  return read.is === 'kept'
    ? `The list for ${domain} was fetched less than a minute ago: ${many}.`
    : `Fetched for ${domain}: ${many}.`
}
