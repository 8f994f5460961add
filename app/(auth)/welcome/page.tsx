import type { Metadata } from 'next'
import { welcomeAction } from './actions.ts'
import { WelcomeForm } from '#components/auth/welcome-form.tsx'
import { SignInFrame } from '#components/shell/sign-in-frame.tsx'
import { passwordLength } from '#lib/auth/check-password.ts'

export const metadata: Metadata = { title: 'Set your password' }

export default function WelcomePage() {
  return (
    <SignInFrame
      title="Set your password"
      lead="The link you were sent lets you choose it once. Then you sign in with it."
    >
      <WelcomeForm welcomeAction={welcomeAction} shortest={passwordLength.min} />
    </SignInFrame>
  )
}
