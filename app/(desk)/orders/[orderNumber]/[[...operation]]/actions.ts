'use server'

import * as z from 'zod/mini'
import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { logForged } from '#lib/auth/security-log.ts'
import { currentPerson } from '#lib/auth/session.ts'
import { desk } from '#lib/desk/desk.ts'
import * as notSent from '#lib/desk/not-sent.ts'
import { performOperation } from '#lib/desk/perform-operation.ts'
import type { Performed } from '#lib/desk/receipt.ts'
import type { OperationCall } from '#lib/desk/views.ts'
import { log } from '#lib/log.ts'

const operationCall = z.strictObject({
  operation: z.string().check(z.maxLength(100)),
  order: z.string().check(z.maxLength(200)),
  account: z.string().check(z.maxLength(200)),
  key: z.uuid(),
  ticket: z.string().check(z.maxLength(500)),
  ticketSystem: z.string().check(z.maxLength(200)),
  input: z.record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(40_000))),
  reason: z.string().check(z.maxLength(10_000)),
  override: z.boolean(),
  asksOnly: z.optional(z.boolean()),
})

/** Performs one operation for the signed-in person. Returns what happened, always: it never throws for anything expected. */
export async function performOperationAction(call: OperationCall): Promise<Performed> {
  try {
    if (!(await isSameOrigin())) return notSent.foreignOrigin()
    const actor = await currentPerson()
    if (actor === null) return notSent.signedOut()
    const parsed = operationCall.safeParse(call)
    if (!parsed.success) {
      logForged(actor, 'an operation', parsed.error.issues)
      return notSent.badInput([{ field: 'form', message: 'The form did not arrive whole. Reload the page.' }])
    }
    const { ticket, ticketSystem, account, reason, ...rest } = parsed.data
    return await performOperation(await desk(), {
      ...rest,
      actor,
      account: account.trim() || null,
      ticket: ticket.trim() === '' ? null : { id: ticket.trim(), system: ticketSystem.trim() },
      reason: reason.trim() || null,
    })
  } catch (error) {
    // Every failure after an intent is a value, so what is caught here came before one.
    log.error({ err: error }, 'an operation failed before its intent')
    return notSent.historyUnavailable()
  }
}

export interface UnscriptedState {
  readonly message: string | null
  readonly values: Readonly<Record<string, string>>
}

/**
 * Where the form goes before its script has loaded: nothing is sent, because the check before sending has not been shown, and what was typed
 * comes back.
 */
export async function unscriptedSubmitAction(
  _previous: UnscriptedState,
  form: FormData,
): Promise<UnscriptedState> {
  const person = await currentPerson()
  const values: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$ACTION') && value.length <= 40_000)
      values[name] = value
  }
  return {
    message:
      person === null
        ? 'Nothing was sent: you are signed out. Sign in again and send the form.'
        : 'Nothing was sent: the page was still loading. Press the button again. This form needs JavaScript.',
    values,
  }
}
