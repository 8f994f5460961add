import type { Metadata } from 'next'
import { signInAction } from './actions.ts'
import { SignInScreen } from '#components/shell/sign-in-screen.tsx'
import { readDemoPeople } from '#lib/desk/demo.ts'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next, reason } = await searchParams
  return (
    <SignInScreen
      signInAction={signInAction}
      next={typeof next === 'string' ? next : '/'}
      reason={reason === 'expired' || reason === 'signed-out' ? reason : null}
      demoPeople={await readDemoPeople()}
    />
  )
}
