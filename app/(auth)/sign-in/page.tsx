import type { Metadata } from 'next'
import { signInAction } from './actions.ts'
import { reasonOf, SignInScreen } from '#components/shell/sign-in-screen.tsx'
import { isFirstRun } from '#lib/auth/first-run.ts'
import { readDemoPeople } from '#lib/desk/demo.ts'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next, reason } = await searchParams
  return (
    <SignInScreen
      signInAction={signInAction}
      next={typeof next === 'string' ? next : '/'}
      reason={reasonOf(reason)}
      isFirstRun={await isFirstRun()}
      demoPeople={await readDemoPeople()}
    />
  )
}
