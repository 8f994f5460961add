'use server'

import { redirect } from 'next/navigation'
import type { FirstRunState } from '#components/auth/first-run-form.tsx'
import { addFirstAdministrator } from '#lib/auth/first-run.ts'
import { comesFromOwnPage } from '#lib/auth/own-page.ts'
import { env } from '#lib/env.ts'

/** Adds the first administrator. Fields: `code`, `email`, `name`, `password`. The code from the server's output is what authorises it. */
export async function firstRunAction(_previous: FirstRunState, form: FormData): Promise<FirstRunState> {
  const typed = { code: text(form, 'code'), email: text(form, 'email'), name: text(form, 'name') }
  const refused = (errors: FirstRunState['errors']) => ({ ok: false, errors, message: null, typed })
  if (!(await comesFromOwnPage()))
    return refused([{ field: 'form', message: 'This form was sent from another page. Open the link anew.' }])
  if (!env().LOCAL_SIGN_IN)
    return refused([{ field: 'form', message: 'Passwords are not used here. Sign in with single sign-on.' }])
  const added = await addFirstAdministrator({ ...typed, password: text(form, 'password') })
  if (!added.ok) return refused(added.errors)
  redirect('/sign-in?reason=first-run-done')
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 1000) : ''
}
