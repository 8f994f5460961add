'use server'

import type { ApprovalState } from '#components/approval/approval-state.ts'
import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { currentPerson } from '#lib/auth/session.ts'
import {
  approveChange,
  declineChange,
  withdrawChange,
  type Decided,
  type WantedDecision,
} from '#lib/desk/decide-approval.ts'
import { desk } from '#lib/desk/desk.ts'
import type { FieldError, NotSent } from '#lib/desk/receipt.ts'
import { log } from '#lib/log.ts'

/** A second person agrees to a contact change, which is sent then. Fields: `approval`. */
export async function approveChangeAction(_previous: ApprovalState, form: FormData): Promise<ApprovalState> {
  return asPerson(form, 'Approved.', async (wanted) => approveChange(await desk(), { ...wanted, note: '' }))
}

/** A second person says no. Fields: `approval`, `note`. */
export async function declineChangeAction(_previous: ApprovalState, form: FormData): Promise<ApprovalState> {
  return asPerson(form, 'Declined. Nothing was sent.', async (wanted) => declineChange(await desk(), wanted))
}

/** Whoever asked takes it back. Fields: `approval`. */
export async function withdrawChangeAction(_previous: ApprovalState, form: FormData): Promise<ApprovalState> {
  return asPerson(form, 'Withdrawn. Nothing was sent.', async (wanted) =>
    withdrawChange(await desk(), { ...wanted, note: '' }),
  )
}

/** Who may decide is asked where the decision is written, in the same transaction. */
async function asPerson(
  form: FormData,
  message: string,
  work: (wanted: WantedDecision) => Promise<Decided>,
): Promise<ApprovalState> {
  const note = text(form, 'note')
  const failed = (errors: readonly FieldError[]): ApprovalState => ({
    ok: false,
    errors,
    message: null,
    note,
    sent: null,
  })
  const stopped = (words: string) => failed([{ field: 'form', message: words }])
  try {
    if (!(await isSameOrigin())) return stopped('Another page sent this. Nothing was changed.')
    const actor = await currentPerson()
    if (actor === null)
      return stopped('You are signed out. Nothing was changed. Sign in in another tab, then try again.')
    const decided = await work({ actor, approval: text(form, 'approval').slice(0, 200), note })
    if (!decided.ok) return failed(decided.errors)
    const { performed } = decided
    if (performed === null) return { ok: true, errors: [], message, note: '', sent: null }
    if (performed.is === 'not-sent') return stopped(stoppedWords(performed.notSent))
    const { attempt, kind, title, nextStep, actsNext } = performed.receipt
    return { ok: true, errors: [], message, note: '', sent: { attempt, kind, title, nextStep, actsNext } }
  } catch (error) {
    log.error({ err: error }, 'a decision could not be written')
    return stopped(
      'The decision could not be written just now. Reload the page in a minute to see how it stands.',
    )
  }
}

/** What stopped it after the approval, and where the request stands now. */
function stoppedWords({ cause, title, explanation }: NotSent): string {
  const said = `${title}. ${explanation}`
  // Somebody else decided while this server stood still: their decision stands.
  if (cause === 'not-approved' || cause === 'approved') return said
  const again = `${said} The request waits again.`
  return cause === 'duplicate'
    ? `${again} To have it sent all the same, decline it; whoever asked can then ask anew and say why.`
    : again
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
