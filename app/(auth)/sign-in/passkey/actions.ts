'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { FormState } from '#components/ui/form-state.ts'
import { clientAddress } from '#lib/auth/client-address.ts'
import { readSigned } from '#lib/auth/own-passkey-answer.ts'
import { comesFromOwnPage } from '#lib/auth/own-page.ts'
import { signInWithPasskey } from '#lib/auth/passkey-sign-in.ts'
import { startSession } from '#lib/auth/session.ts'
import { safeNext } from '#lib/desk/safe-next.ts'
import { env } from '#lib/env.ts'

/** Signs a person in by a passkey alone and goes on to where they were headed. Fields: `answer`, `next`. */
export async function passkeySignInAction(_previous: FormState, form: FormData): Promise<FormState> {
  if (!(await comesFromOwnPage())) return failed('This was sent from another page. Reload and sign in here.')
  if (!env().LOCAL_SIGN_IN) return failed('Passkeys are not used here. Use single sign-on.')
  const answer = readSigned(text(form, 'answer'))
  if (answer === null) return failed('The passkey’s answer did not arrive whole. Try again.')
  const device = (await headers()).get('user-agent') ?? undefined
  const opened = await signInWithPasskey({ answer, address: await clientAddress(), device })
  if (!opened.ok) return failed(opened.message)
  await startSession(opened.sessionId)
  redirect(safeNext(text(form, 'next')))
}

function failed(message: string): FormState {
  return { ok: false, errors: [{ field: 'form', message }], message: null }
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
