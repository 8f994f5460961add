import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useAsk } from '#components/order/use-ask.ts'
import type { DcvListRead, DcvListView } from '#lib/desk/dcv-list.ts'

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

/** Asks the server for a domain’s list; the page is loaded anew behind it, so that the list survives the next step. */
export function useFetchList({ order, account, onList, onDomainProblem }: FetchListOptions) {
  const router = useRouter()
  const path = `/orders/${encodeURIComponent(order)}/dcv-addresses`
  const { ask, isAsking, problem, say } = useAsk<DcvListRead>({ path, patience, toSee: 'press again' })
  const [said, setSaid] = useState<Said>(nothing)

  async function fetchList(domain: string) {
    onDomainProblem(null)
    setSaid(nothing)
    const read = await ask({ account, domain })
    if (read === null) return
    if (read.is === 'not-read')
      return read.field === 'domain' ? onDomainProblem(read.message) : say(read.message)
    setSaid({ text: wordsOf(read), isNews: read.is === 'kept' })
    onList(read.list)
    router.refresh()
  }

  return { fetchList, problem, said, isAsking }
}

const patience = 150_000

function wordsOf(read: Exclude<DcvListRead, { is: 'not-read' }>): string {
  const { addresses, failure, domain } = read.list
  if (failure !== null) return `${domain}: ${failure.title}.`
  const count = addresses?.length ?? 0
  const many = count === 1 ? 'one address' : count === 0 ? 'no address' : `${count} addresses`
  return read.is === 'kept'
    ? `The list for ${domain} was fetched less than a minute ago: ${many}.`
    : `Fetched for ${domain}: ${many}.`
}
