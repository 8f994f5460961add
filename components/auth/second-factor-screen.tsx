import Link from 'next/link'
import { SignInFrame } from '#components/shell/sign-in-frame.tsx'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { SecondFactorCode } from './second-factor-code.tsx'

export interface SecondFactorScreenProps {
  readonly action: FormStateAction
  /** The path to go on to. */
  readonly next: string
  /** What this person can show beside the password. */
  readonly has: { readonly app: boolean; readonly passkey: boolean; readonly recovery: boolean }
}

/** Between the password and the desk: only the ways that this person has. */
export function SecondFactorScreen({ action, next, has }: SecondFactorScreenProps) {
  return (
    <SignInFrame title="Second factor" lead="Your password was right. Now show that it is you.">
      <div className="flex flex-col gap-5 rounded-xl border bg-surface p-5 shadow-card sm:p-6">
        {has.app && <SecondFactorCode kind="app" action={action} next={next} />}
        {has.passkey && (
          <PasskeyButton
            action={action}
            question="/sign-in/second-factor/passkey"
            hidden={{ kind: 'passkey', next }}
            variant={has.app ? 'secondary' : 'primary'}
          >
            Use a passkey
          </PasskeyButton>
        )}
        {has.recovery && <SecondFactorCode kind="recovery" action={action} next={next} />}
      </div>
      <p className="mt-4 text-sm text-muted">
        None of these at hand? An administrator of this desk can reset your sign-in.{' '}
        <Link
          href={`/sign-in?${new URLSearchParams({ next })}`}
          className="font-medium text-accent underline-offset-2 hover:underline"
        >
          Begin again
        </Link>
      </p>
    </SignInFrame>
  )
}
