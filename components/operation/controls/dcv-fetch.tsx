import type { RefObject } from 'react'
import { AskProblemNotice } from '#components/order/ask-problem.tsx'
import { Button } from '#components/ui/button.tsx'
import { keepFocus } from '../keep-focus.ts'
import { type FetchListOptions, useFetchList } from './use-fetch-list.ts'

export interface DcvFetchProps extends FetchListOptions {
  readonly domain: string
  /** There is a list for this domain already. */
  readonly isAgain: boolean
  readonly button: RefObject<HTMLButtonElement | null>
}

/** The button that fetches a domain’s list, with what came of the press. Nothing is fetched by itself. */
export function DcvFetch({ domain, isAgain, button, ...options }: DcvFetchProps) {
  const { fetchList, problem, said, isAsking } = useFetchList(options)
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        ref={button}
        size="sm"
        pending={isAsking}
        pendingLabel="Fetching…"
        onMouseDown={keepFocus}
        onClick={() => fetchList(domain)}
      >
        {isAgain ? 'Fetch the list again' : 'Fetch the addresses the CA accepts'}
      </Button>
      <output className={isAsking || said.isNews ? 'block text-sm text-muted' : 'sr-only'}>
        {isAsking ? 'Asking the CA… this can take up to a minute.' : said.text}
      </output>
      {problem !== null && (
        <AskProblemNotice
          problem={problem}
          word="Not fetched"
          also="What you typed is kept."
          className="w-full"
        />
      )}
    </div>
  )
}
