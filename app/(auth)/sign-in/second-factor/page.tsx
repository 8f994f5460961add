import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { finishSignInAction } from './actions.ts'
import { SecondFactorScreen } from '#components/auth/second-factor-screen.tsx'
import { factorsOfStep } from '#lib/auth/own-step.ts'
import { currentStep } from '#lib/auth/session.ts'

export const metadata: Metadata = { title: 'Second factor' }

export default async function SecondFactorPage({ searchParams }: PageProps<'/sign-in/second-factor'>) {
  const { next: given } = await searchParams
  const next = typeof given === 'string' ? given : '/'
  const factors = await factorsOfStep(await currentStep())
  if (factors === null) redirect(`/sign-in?${new URLSearchParams({ reason: 'step-over', next })}`)
  return (
    <SecondFactorScreen
      action={finishSignInAction}
      next={next}
      has={{
        app: factors.totp,
        passkey: factors.passkeys.length > 0,
        recovery: factors.recoveryCodes > 0,
      }}
    />
  )
}
