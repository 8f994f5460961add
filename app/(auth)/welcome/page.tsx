import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { welcomeAction } from './actions.ts'
import { WelcomeForm } from '#components/auth/welcome-form.tsx'
import { SignInFrame } from '#components/shell/sign-in-frame.tsx'
import { passwordLength } from '#lib/auth/check-password.ts'
import { env } from '#lib/env.ts'

export const metadata: Metadata = { title: 'Set your password' }

export default function WelcomePage() {
  if (!env().LOCAL_SIGN_IN) redirect('/sign-in')
  return (
    <SignInFrame
      title="Set your password"
      lead="The link you were sent lets you choose it once. Then you sign in with it."
    >
      <WelcomeForm welcomeAction={welcomeAction} shortest={passwordLength.min} />
    </SignInFrame>
  )
}
