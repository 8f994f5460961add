'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { notBegun, type SetUpState } from '#components/auth/set-up-state.ts'
import { clientAddress } from '#lib/auth/client-address.ts'
import { challengeOf, readMade } from '#lib/auth/own-passkey-answer.ts'
import { comesFromOwnPage } from '#lib/auth/own-page.ts'
import { qrPath } from '#lib/auth/own-qr.ts'
import { setUpOfStep } from '#lib/auth/own-step.ts'
import { addPasskey } from '#lib/auth/passkeys.ts'
import { currentStep, endStep, startSession } from '#lib/auth/session.ts'
import { finishSetUp } from '#lib/auth/set-up-sign-in.ts'
import { beginTotp, confirmTotp } from '#lib/auth/totp.ts'
import type { PersonRow } from '#lib/store/people.ts'
import { safeNext } from '#lib/desk/safe-next.ts'

/**
 * Sets up the second factor that a person needs before they may work, and opens the session then. Fields: `do` (begin-app, confirm-app,
 * add-passkey, finish), `code`, `name` and `answer`, `shown` and `kept`, `next`. All but the passkey works without JavaScript too.
 */
export async function setUpAction(previous: SetUpState, form: FormData): Promise<SetUpState> {
  const failed = (field: string, message: string): SetUpState => ({
    ...previous,
    ok: false,
    errors: [{ field, message }],
  })
  if (!(await comesFromOwnPage()))
    return failed('form', 'This form was sent from another page. Reload and try again here.')
  const next = safeNext(text(form, 'next'))
  const challenge = await currentStep()
  const step = await setUpOfStep(challenge)
  if (challenge === null || step === null) return begin(next)
  if (text(form, 'do') === 'finish') {
    if (text(form, 'shown') === 'yes' && text(form, 'kept') !== 'yes')
      return failed('kept', 'Keep the codes first, then say so here.')
    return finish(challenge, next)
  }
  if (step.isSetUp) return failed('form', 'A second factor is set up already. Reload this page to go on.')
  const changed = await setUp(step.person, challenge, form)
  if (!changed.ok) return { ...previous, ok: false, errors: changed.errors }
  if ('secret' in changed) return { ...notBegun, begun: { secret: changed.secret, qr: qrPath(changed.uri) } }
  return { ...notBegun, ok: true, recoveryCodes: changed.recoveryCodes }
}

async function setUp(person: PersonRow, step: string, form: FormData) {
  const by = { kind: 'person', id: person.id, name: person.name } as const
  if (text(form, 'do') === 'begin-app') return beginTotp(person)
  if (text(form, 'do') === 'confirm-app') {
    const given = { code: text(form, 'code').trim(), step, address: await clientAddress() }
    return confirmTotp(person, given, by)
  }
  const response = readMade(text(form, 'answer'))
  if (response === null)
    return {
      ok: false,
      errors: [{ field: 'form', message: 'The passkey did not arrive whole. Try again.' }],
    } as const
  const name = text(form, 'name').trim()
  return addPasskey(person, { name, challenge: challengeOf(response), response, step }, by)
}

async function finish(challenge: string, next: string): Promise<never> {
  const device = (await headers()).get('user-agent') ?? undefined
  const opened = await finishSetUp({ challenge, address: await clientAddress(), device })
  await endStep()
  if (opened === null) return begin(next)
  await startSession(opened.sessionId)
  redirect(next)
}

function begin(next: string): never {
  redirect(`/sign-in?${new URLSearchParams({ reason: 'step-over', next })}`)
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
