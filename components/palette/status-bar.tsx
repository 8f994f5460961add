import { Kbd } from '#components/ui/kbd.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { ModKey } from '#components/shell/mod-key.tsx'
import { useSignInHref } from '#components/shell/use-sign-in-href.ts'
import type { LookUp } from './look-up.ts'

export interface StatusBarProps {
  readonly count: number
  readonly lookUp: LookUp
  readonly isLeaving: boolean
}

/** Says how much was found, or why orders are missing, in a line that is always there. */
export function StatusBar({ count, lookUp: { state, again }, isLeaving }: StatusBarProps) {
  const signIn = useSignInHref()
  const isAllWell = state === 'found' || state === 'looking'
  return (
    <div className="flex min-h-9 shrink-0 items-center justify-between gap-4 border-t bg-raised px-4 py-1.5 text-xs text-muted">
      <output className="min-w-0">
        {isLeaving ? 'Opening…' : said(state, count)}
        {state === 'signed-out' && (
          <>
            {' '}
            <TextLink href={signIn} prefetch={false}>
              Sign in
            </TextLink>
          </>
        )}
        {(state === 'offline' || state === 'failed') && (
          <>
            {' '}
            <button
              type="button"
              onClick={again}
              className="rounded-sm font-medium text-accent underline-offset-2 hover:underline"
            >
              Try again
            </button>
          </>
        )}
      </output>
      {isAllWell && <Hints />}
    </div>
  )
}

function Hints() {
  return (
    <p aria-hidden="true" className="flex items-center gap-3 max-sm:hidden pointer-coarse:hidden">
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> move
      </span>
      <span>
        <Kbd>Enter</Kbd> open
      </span>
      <span>
        <Kbd>
          <ModKey /> Enter
        </Kbd>{' '}
        new tab
      </span>
    </p>
  )
}

function said(state: LookUp['state'], count: number): string {
  if (state === 'signed-out') return 'You are signed out, so orders and work cannot be looked up.'
  if (state === 'offline') return 'You are offline: orders and work are not up to date.'
  if (state === 'failed') return 'The desk did not answer: orders and work are not up to date.'
  return count === 0 ? 'No results' : count === 1 ? '1 result' : `${count} results`
}
