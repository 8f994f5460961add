'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { FormState } from '#components/ui/form-state.ts'
import { clientAddress } from '#lib/auth/client-address.ts'
import { finishSignIn, type SecondProof } from '#lib/auth/finish-sign-in.ts'
import { readSigned } from '#lib/auth/own-passkey-answer.ts'
import { comesFromOwnPage } from '#lib/auth/own-page.ts'
import { currentStep, endStep, startSession } from '#lib/auth/session.ts'
import { safeNext } from '#lib/desk/safe-next.ts'

/**
 * Takes the second factor and goes on to where the person was headed. Fields: `kind` (app, recovery, passkey), `code` or `answer`, `next`.
 * The codes work without JavaScript too.
 */
export async function finishSignInAction(_previous: FormState, form: FormData): Promise<FormState> {
  if (!(await comesFromOwnPage()))
    return failed('form', 'This form was sent from another page. Reload and try again here.')
  const next = safeNext(text(form, 'next'))
  const challenge = await currentStep()
  if (challenge === null) redirect(over(next))
  const proof = proofOf(form)
  if (typeof proof === 'string') return failed(text(form, 'kind') === 'passkey' ? 'form' : 'code', proof)

  const device = (await headers()).get('user-agent') ?? undefined
  const finished = await finishSignIn({ challenge, proof, address: await clientAddress(), device })
  if (!finished.ok) {
    if (!finished.isOver)
      return failed(
        proof.kind === 'passkey' || finished.retryAfterSeconds !== undefined ? 'form' : 'code',
        finished.message,
      )
    await endStep()
    redirect(over(next))
  }
  await endStep()
  await startSession(finished.sessionId)
  redirect(next)
}

const over = (next: string) => `/sign-in?${new URLSearchParams({ reason: 'step-over', next })}`

function proofOf(form: FormData): SecondProof | string {
  const kind = text(form, 'kind')
  if (kind === 'passkey') {
    const answer = readSigned(text(form, 'answer'))
    return answer === null ? 'The passkey’s answer did not arrive whole. Try again.' : { kind, answer }
  }
  const code = text(form, 'code').trim().slice(0, 100)
  if (kind === 'recovery') return code === '' ? 'Enter one of your recovery codes.' : { kind, code }
  return code === '' ? 'Enter the six digits that the app shows now.' : { kind: 'app', code }
}

function failed(field: string, message: string): FormState {
  return { ok: false, errors: [{ field, message }], message: null }
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
