'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { RefObject } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { Providers } from '../../providers.tsx'
import { keepFocus } from '../keep-focus.ts'
import { type FetchListOptions, type FetchProblem, useFetchList } from './use-fetch-list.ts'

export interface DcvFetchProps extends FetchListOptions {
  readonly domain: string
  /** There is a list for this domain already. */
  readonly isAgain: boolean
  readonly button: RefObject<HTMLButtonElement | null>
}

/** The button that fetches a domain’s list, with what came of the press. Nothing is fetched by itself. */
export function DcvFetch(props: DcvFetchProps) {
  return (
    <Providers>
      <Fetch {...props} />
    </Providers>
  )
}

function Fetch({ domain, isAgain, button, ...options }: DcvFetchProps) {
  const { fetchList, problem, said, isPending } = useFetchList(options)
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        ref={button}
        size="sm"
        pending={isPending}
        pendingLabel="Fetching…"
        onMouseDown={keepFocus}
        onClick={() => fetchList(domain)}
      >
        {isAgain ? 'Fetch the list again' : 'Fetch the addresses the CA accepts'}
      </Button>
      <output className={isPending || said.isNews ? 'block text-sm text-muted' : 'sr-only'}>
        {isPending ? 'Asking the CA… this can take up to a minute.' : said.text}
      </output>
      {problem !== null && <Problem problem={problem} />}
    </div>
  )
}

const titles: Readonly<Record<FetchProblem['is'], string>> = {
  'no-answer': 'no answer from this desk',
  offline: 'no connection',
  'signed-out': 'you are signed out',
  said: 'not this time',
}

function Problem({ problem: { is, message } }: { problem: FetchProblem }) {
  const path = usePathname()
  const query = useSearchParams().toString()
  const back = encodeURIComponent(query === '' ? path : `${path}?${query}`)
  return (
    <Notice
      tone="warn"
      word={is === 'no-answer' || is === 'offline' ? 'Not known' : 'Not fetched'}
      title={titles[is]}
      live="polite"
      className="w-full"
    >
      <p>{message} What you typed is kept.</p>
      {is === 'signed-out' && (
        <p>
          <TextLink href={`/sign-in?next=${back}`} target="_blank" rel="noopener" prefetch={false}>
            Sign in (opens another tab)
          </TextLink>
        </p>
      )}
    </Notice>
  )
}
