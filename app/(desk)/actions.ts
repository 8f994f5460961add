'use server'

import type { FormState } from '#components/ui/form-state.ts'
import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { currentPerson } from '#lib/auth/session.ts'
import { desk } from '#lib/desk/desk.ts'
import { liftHold } from '#lib/desk/lift-hold.ts'
import type { Actor, FieldError } from '#lib/desk/receipt.ts'
import { resolveAttempt } from '#lib/desk/resolve-attempt.ts'
import { log } from '#lib/log.ts'

/** An administrator lets an account send again. Fields: `account`, `note`. */
export async function liftHoldAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asPerson(form, async (actor) => {
    const result = await liftHold(await desk(), {
      actor,
      account: text(form, 'account'),
      note: text(form, 'note'),
    })
    return result.ok ? done(`The hold on ${result.label} is lifted.`) : failed(result.errors)
  })
}

/** A person records what became of an unknown attempt. Fields: `attempt`, `finding`, `note`. */
export async function resolveAttemptAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asPerson(form, async (actor) => {
    const result = await resolveAttempt(await desk(), {
      actor,
      attempt: text(form, 'attempt'),
      finding: text(form, 'finding'),
      note: text(form, 'note'),
    })
    return result.ok ? done('Recorded. The attempt is resolved.') : failed(result.errors)
  })
}

async function asPerson(form: FormData, work: (actor: Actor) => Promise<FormState>): Promise<FormState> {
  const state = await answerTo(work)
  return state.ok ? state : { ...state, typed: { finding: text(form, 'finding'), note: text(form, 'note') } }
}

async function answerTo(work: (actor: Actor) => Promise<FormState>): Promise<FormState> {
  try {
    if (!(await isSameOrigin()))
      return failed([{ field: 'form', message: 'Another page sent this. Nothing was changed.' }])
    const person = await currentPerson()
    if (person === null) {
      return failed([
        {
          field: 'form',
          message: 'You are signed out. Nothing was changed. Sign in in another tab, then try again.',
        },
      ])
    }
    return await work(person)
  } catch (error) {
    log.error({ err: error }, 'a change could not be written')
    return failed([
      { field: 'form', message: 'The change could not be written just now. Try again in a minute.' },
    ])
  }
}

const done = (message: string): FormState => ({ ok: true, errors: [], message })
const failed = (errors: readonly FieldError[]): FormState => ({ ok: false, errors, message: null })

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
