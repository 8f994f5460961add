import { usePathname, useSearchParams } from 'next/navigation'
import { Notice } from '#components/ui/notice.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { ReadProblem } from './use-read-state.ts'

const titles: Readonly<Record<Exclude<ReadProblem['is'], 'reason'>, string>> = {
  'no-answer': 'no answer from this desk',
  offline: 'no connection',
  'signed-out': 'you are signed out',
  said: 'not this time',
}

/** Why the question came to nothing, beside the button that asked. What was typed stays where it is. */
export function ReadProblemNotice({ problem: { is, message } }: { problem: ReadProblem }) {
  const path = usePathname()
  const query = useSearchParams().toString()
  if (is === 'reason') return null
  const back = encodeURIComponent(query === '' ? path : `${path}?${query}`)
  return (
    <Notice
      tone="warn"
      word={is === 'no-answer' || is === 'offline' ? 'Not known' : 'Not read'}
      title={titles[is]}
      live="polite"
      className="mt-3"
    >
      <p>{message}</p>
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
