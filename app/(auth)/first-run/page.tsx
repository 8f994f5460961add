import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { firstRunAction } from './actions.ts'
import { FirstRunForm } from '#components/auth/first-run-form.tsx'
import { SignInFrame } from '#components/shell/sign-in-frame.tsx'
import { passwordLength } from '#lib/auth/check-password.ts'
import { isFirstRun } from '#lib/auth/first-run.ts'
import { env } from '#lib/env.ts'

export const metadata: Metadata = { title: 'First administrator' }

export default async function FirstRunPage({ searchParams }: PageProps<'/first-run'>) {
  if (!env().LOCAL_SIGN_IN || !(await isFirstRun())) redirect('/sign-in')
  const { code } = await searchParams
  return (
    <SignInFrame
      title="First administrator"
      lead="You look after people, accounts and rules. This is asked once."
    >
      <FirstRunForm
        firstRunAction={firstRunAction}
        code={typeof code === 'string' ? code.slice(0, 100) : ''}
        shortest={passwordLength.min}
      />
    </SignInFrame>
  )
}
