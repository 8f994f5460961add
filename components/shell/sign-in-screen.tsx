import { Notice } from '#components/ui/notice.tsx'
import { ForgetDrafts } from './forget-drafts.tsx'
import { SignInForm, type SignInFormProps } from './sign-in-form.tsx'
import { SignInFrame } from './sign-in-frame.tsx'

const reasons = {
  expired: {
    tone: 'warn',
    word: 'Session ended',
    text: 'Sign in again and you go on where you were.',
  },
  'signed-out': { tone: 'success', word: 'Signed out', text: 'You are signed out in this browser.' },
  'password-set': { tone: 'success', word: 'Password saved', text: 'Sign in with it now.' },
  'first-run-done': { tone: 'success', word: 'Administrator added', text: 'Sign in with your password now.' },
} as const

export type SignInReason = keyof typeof reasons

/** The reason that an address names, or null. */
export function reasonOf(text: unknown): SignInReason | null {
  return typeof text === 'string' && Object.hasOwn(reasons, text) ? (text as SignInReason) : null
}

export interface SignInScreenProps extends SignInFormProps {
  readonly reason: SignInReason | null
  /** True when there is nobody yet who could sign in. */
  readonly isFirstRun: boolean
}

export function SignInScreen({ reason, isFirstRun, ...form }: SignInScreenProps) {
  const said = reason === null ? null : reasons[reason]
  return (
    <SignInFrame title="Sign in" lead="The desk that gets stuck certificate orders moving again.">
      {said !== null && (
        <Notice tone={said.tone} word={said.word} className="mb-4">
          {said.text}
        </Notice>
      )}
      {reason === 'signed-out' && <ForgetDrafts />}
      {isFirstRun && (
        <Notice title="nobody can sign in yet" className="mb-4">
          The server printed a link when it started. Whoever opens it becomes the first administrator.
        </Notice>
      )}
      <SignInForm {...form} />
    </SignInFrame>
  )
}
