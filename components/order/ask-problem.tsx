import { useSignInHref } from '#components/shell/use-sign-in-href.ts'
import { Notice } from '#components/ui/notice.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { AskProblem } from './use-ask.ts'

const titles: Readonly<Record<AskProblem['is'], string>> = {
  'no-answer': 'no answer from this desk',
  offline: 'no connection',
  'signed-out': 'you are signed out',
  said: 'not this time',
}

export interface AskProblemNoticeProps {
  readonly problem: AskProblem
  /** What has not happened when it is known, such as `Not read`. */
  readonly word: string
  /** What else is worth saying, such as that nothing typed is lost. */
  readonly also?: string
  readonly className?: string
}

/** Why the question came to nothing, beside the button that asked. */
export function AskProblemNotice({ problem: { is, message }, word, also, className }: AskProblemNoticeProps) {
  const signIn = useSignInHref()
  const isLost = is === 'no-answer' || is === 'offline'
  return (
    <Notice
      tone="warn"
      word={isLost ? 'Not known' : word}
      title={titles[is]}
      live="polite"
      className={className}
    >
      <p>
        {message} {also}
      </p>
      {is === 'signed-out' && (
        <p>
          <TextLink href={signIn} target="_blank" rel="noopener" prefetch={false}>
            Sign in (opens another tab)
          </TextLink>
        </p>
      )}
    </Notice>
  )
}
