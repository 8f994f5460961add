import type { Metadata } from 'next'
import { signInAction } from './actions.ts'
import { passkeySignInAction } from './passkey/actions.ts'
import { SignInScreen } from '#components/shell/sign-in-screen.tsx'
import { isFirstRun } from '#lib/auth/first-run.ts'
import { signOnSettings } from '#lib/auth/sign-on-settings.ts'
import { readDemoPeople } from '#lib/desk/demo.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next, reason } = await searchParams
  const settings = env()
  return (
    <SignInScreen
      signInAction={signInAction}
      passkeySignInAction={passkeySignInAction}
      next={typeof next === 'string' ? next : '/'}
      reason={typeof reason === 'string' ? reason : ''}
      isFirstRun={settings.LOCAL_SIGN_IN && (await wasNobodyAdded())}
      signOnLabel={signOnSettings(settings)?.label ?? null}
      hasPasswords={settings.LOCAL_SIGN_IN}
      demoPeople={await readDemoPeople()}
    />
  )
}

/** The page is there without its database too: whoever tries is told then. */
async function wasNobodyAdded(): Promise<boolean> {
  try {
    return await isFirstRun()
  } catch (error) {
    log.warn({ err: error }, 'the sign-in page could not ask whether anybody was added')
    return false
  }
}
