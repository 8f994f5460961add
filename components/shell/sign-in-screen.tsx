import { PasskeyButton } from '#components/auth/passkey-button.tsx'
import { SignOnLink } from '#components/auth/sign-on-link.tsx'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import { signOnProblemOf, signOnProblems } from '#lib/auth/sign-on-problems.ts'
import { ForgetDrafts } from './forget-drafts.tsx'
import { SignInForm, type SignInFormProps } from './sign-in-form.tsx'
import { SignInFrame } from './sign-in-frame.tsx'

const reasons = {
  expired: {
    tone: 'warn',
    word: 'Session ended',
    text: 'Sign in again and you go on where you were.',
  },
  again: {
    tone: 'warn',
    word: 'Show that it is you',
    text: 'Sign in again, then go back to the other tab. What you typed is still there.',
  },
  'signed-out': { tone: 'success', word: 'Signed out', text: 'You are signed out in this browser.' },
  'step-over': {
    tone: 'warn',
    word: 'Begin again',
    text: 'This sign-in took too long or was tried too often. Begin again with your password.',
  },
  'password-set': { tone: 'success', word: 'Password saved', text: 'Sign in with it now.' },
  'first-run-done': { tone: 'success', word: 'Administrator added', text: 'Sign in with your password now.' },
} as const

type SignInReason = keyof typeof reasons

function reasonOf(word: string): SignInReason | null {
  return Object.hasOwn(reasons, word) ? (word as SignInReason) : null
}

export interface SignInScreenProps extends SignInFormProps {
  /** The word in the address that says why somebody is here; any other than those known means nothing. */
  readonly reason: string
  /** True when nobody was ever added. */
  readonly isFirstRun: boolean
  /** What the button for single sign-on says; null when there is none. */
  readonly signOnLabel: string | null
  readonly hasPasswords: boolean
  readonly passkeySignInAction: FormStateAction
}

export function SignInScreen(props: SignInScreenProps) {
  const { reason, isFirstRun, signOnLabel, hasPasswords, passkeySignInAction, ...form } = props
  const known = reasonOf(reason)
  const said = known === null ? null : reasons[known]
  const problem = signOnProblemOf(reason)
  return (
    <SignInFrame title="Sign in" lead="The desk that gets stuck certificate orders moving again.">
      {said !== null && (
        <Notice tone={said.tone} word={said.word} className="mb-4">
          {said.text}
        </Notice>
      )}
      {problem !== null && (
        <Notice tone="danger" word="Not signed in" className="mb-4">
          {signOnProblems[problem]}
        </Notice>
      )}
      {known === 'signed-out' && <ForgetDrafts />}
      {isFirstRun && (
        <Notice title="nobody was added yet" className="mb-4">
          The server printed a link when it started. Whoever opens it becomes the first administrator.
        </Notice>
      )}
      {signOnLabel !== null && <SignOnLink label={signOnLabel} next={form.next} again={known === 'again'} />}
      {signOnLabel !== null && hasPasswords && (
        <p className="my-4 text-center text-sm text-muted">or with a password of this desk</p>
      )}
      {hasPasswords && (
        <SignInForm {...form} isSecond={signOnLabel !== null}>
          <PasskeyButton
            action={passkeySignInAction}
            question="/sign-in/passkey"
            hidden={{ next: form.next }}
            className="mt-4"
          >
            Sign in with a passkey
          </PasskeyButton>
        </SignInForm>
      )}
    </SignInFrame>
  )
}
