'use server'

import { redirect } from 'next/navigation'
import type { WelcomeState } from '#components/auth/welcome-state.ts'
import { comesFromOwnPage } from '#lib/auth/own-page.ts'
import { env } from '#lib/env.ts'
import { linkGone, readLink, useLink as consumeLink } from '#lib/auth/one-time-links.ts'

/**
 * Opens a one-time link, and with a password uses it up. Fields: `link` (the whole address, or what is after its #), `password`. The form
 * works without JavaScript too: first the link, then the password.
 */
export async function welcomeAction(_previous: WelcomeState, form: FormData): Promise<WelcomeState> {
  const link = text(form, 'link').trim().split('#').at(-1) ?? ''
  const failed = (field: string, message: string, person: WelcomeState['person'] = null): WelcomeState => ({
    ok: false,
    errors: [{ field, message }],
    message: null,
    link,
    person,
  })
  if (!(await comesFromOwnPage()))
    return failed('link', 'This form was sent from another page. Open your link anew.')
  if (!env().LOCAL_SIGN_IN) return failed('link', 'Passwords are not used here. Sign in with single sign-on.')
  if (link === '') return failed('link', 'Paste the link that you were sent.')
  const person = await readLink(link)
  if (person === null) return failed('link', linkGone)
  if (!form.has('password')) return { ok: false, errors: [], message: null, link, person }

  const password = text(form, 'password')
  if (password === '') return failed('password', 'Choose a password.', person)
  const used = await consumeLink({ token: link, password })
  if (used.ok) redirect('/sign-in?reason=password-set')
  const [error] = used.errors
  return failed(
    error?.field ?? 'link',
    error?.message ?? linkGone,
    error?.field === 'password' ? person : null,
  )
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 1000) : ''
}
