'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { clientAddress } from '#lib/auth/client-address.ts'
import { comesFromOwnPage } from '#lib/auth/own-page.ts'
import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { currentPerson, endSession, startSession, startStep } from '#lib/auth/session.ts'
import { signIn, signOut } from '#lib/auth/sign-in.ts'
import { safeNext } from '#lib/desk/safe-next.ts'
import { env } from '#lib/env.ts'

export interface SignInState {
  readonly message: string | null
  readonly email: string
  readonly retryAfterSeconds: number | null
}

/** Signs a person in and goes on to where they were headed. The form works without JavaScript too. */
export async function signInAction(_previous: SignInState, form: FormData): Promise<SignInState> {
  const email = text(form, 'email')
  const failed = (message: string, retryAfterSeconds: number | null = null) => ({
    message,
    email,
    retryAfterSeconds,
  })
  if (!(await comesFromOwnPage()))
    return failed('This form was sent from another page. Reload and sign in here.')
  if (!env().LOCAL_SIGN_IN)
    return failed('Passwords are not used here. Reload the page and use single sign-on.')
  const password = text(form, 'password')
  if (email === '' || password === '') return failed('Enter your e-mail address and your password.')

  const device = (await headers()).get('user-agent') ?? undefined
  const result = await signIn({ email, password, address: await clientAddress(), device })
  if (!result.ok) return failed(result.message, result.retryAfterSeconds ?? null)
  const next = safeNext(text(form, 'next'))
  if (result.ok === 'challenge') {
    await startStep(result.challenge)
    redirect(`/sign-in/${result.purpose}?${new URLSearchParams({ next })}`)
  }
  await startSession(result.sessionId)
  redirect(next)
}

/** Ends the session, here and in the store. */
export async function signOutAction(): Promise<void> {
  if (await isSameOrigin()) {
    const person = await currentPerson()
    if (person !== null) await signOut(person.sessionId)
    await endSession()
  }
  redirect('/sign-in?reason=signed-out')
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
