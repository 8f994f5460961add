import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { setUpAction } from './actions.ts'
import { SetUpScreen } from '#components/auth/set-up-screen.tsx'
import { setUpOfStep } from '#lib/auth/own-step.ts'
import { currentStep } from '#lib/auth/session.ts'

export const metadata: Metadata = { title: 'Set up a second factor' }

export default async function SetUpPage({ searchParams }: PageProps<'/sign-in/set-up'>) {
  const { next: given } = await searchParams
  const next = typeof given === 'string' ? given : '/'
  const step = await setUpOfStep(await currentStep())
  if (step === null) redirect(`/sign-in?${new URLSearchParams({ reason: 'step-over', next })}`)
  return <SetUpScreen action={setUpAction} next={next} isSetUp={step.isSetUp} />
}
