import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Outcome } from '#lib/ca/outcome.ts'
import { log } from '#lib/log.ts'
import { countOperation } from '#lib/metrics/metrics.ts'
import { settleAttempt, type AttemptRow } from '#lib/store/attempts.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { Intent } from './admit.ts'
import type { Desk } from './desk.ts'
import { holdAfterRefusal, loginRefused } from './hold-after-refusal.ts'
import { receiptOf } from './receipt-of.ts'
import type { Receipt } from './receipt.ts'
import { workBegan, workEnded } from './stopping.ts'

/**
 * Writes the outcome down beside its intent, places the account's hold on a -16, and answers with the receipt. Writing may be tried again, since
 * nothing is asked of the CA by it; when it stays impossible the receipt still says what the CA answered, and that it was not kept.
 */
export async function settle(desk: Desk, intent: Intent, row: AttemptRow, answer: Answer): Promise<Receipt> {
  const { outcome, raw } = answer
  countOperation(intent.about.id, answer)
  const kept = await keep(desk, intent, answer).finally(() => workEnded(intent.key))
  log.info(
    {
      attempt: intent.key,
      operation: intent.about.id,
      account: intent.account.id,
      certainty: answer.certainty,
      kind: outcome.kind,
      code: outcome.code,
      status: outcome.status,
      durationMs: answer.durationMs,
    },
    'attempt settled',
  )
  const shown = kept ? outcome : notKept(outcome)
  const settled = { ...row, account_label: intent.account.label, outcome: JSON.stringify(shown), raw }
  // The row above has an outcome, so there is a receipt.
  return receiptOf(settled) as Receipt
}

const pauses = [0, 100, 500, 2000]
/** Some ten minutes: longer than a database takes to come back, so that an outcome, and a hold above all, is not lost with the first failures. */
const laterPauses = Array.from({ length: 60 }, () => 10_000)

async function keep(desk: Desk, intent: Intent, answer: Answer): Promise<boolean> {
  if (await tryToKeep(desk, intent, answer, pauses)) return true
  // The person gets their receipt now; what the CA said is written as soon as that is possible again.
  const later = `${intent.key}, written later`
  workBegan(later)
  void tryToKeep(desk, intent, answer, laterPauses).finally(() => workEnded(later))
  return false
}

async function tryToKeep(
  desk: Desk,
  intent: Intent,
  answer: Answer,
  waits: readonly number[],
): Promise<boolean> {
  for (const pause of waits) {
    // Even a timer of no length takes a millisecond, and the person is waiting.
    if (pause > 0) await sleep(pause, undefined, { ref: waits === pauses })
    try {
      await write(desk, intent, answer)
      return true
    } catch (error) {
      log.error({ err: error, attempt: intent.key }, 'an outcome could not be written')
    }
  }
  return false
}

function write(
  desk: Desk,
  intent: Intent,
  { outcome, raw, certainty, httpStatus, durationMs }: Answer,
): Promise<void> {
  return desk.store.write(async (tx) => {
    const at = desk.now()
    const kept = { at, kind: outcome.kind, outcome: JSON.stringify(outcome), raw }
    const settled = await settleAttempt(tx, intent.key, kept)
    const about = {
      at,
      actor: intent.actor,
      accountId: intent.account.id,
      order: intent.order,
      operation: intent.about.id,
      attempt: intent.key,
      ticket: intent.ticket,
    }
    await appendEvent(tx, {
      ...about,
      // Somebody resolved it meanwhile: what the CA said is kept beside their finding and changes nothing.
      kind: settled ? 'attempt.settled' : 'attempt.settled-late',
      outcomeKind: outcome.kind,
      body: {
        code: outcome.code,
        status: outcome.status,
        field: outcome.field,
        certainty,
        httpStatus,
        durationMs,
      },
      personal: { title: outcome.title, explanation: outcome.explanation, message: outcome.message, raw },
    })
    if (outcome.code === loginRefused) await holdAfterRefusal(tx, about)
  })
}

function notKept(outcome: Outcome): Outcome {
  return {
    ...outcome,
    nextStep: `${outcome.nextStep} This receipt could not be written to the history: copy it into the ticket now. The timeline will call this attempt unknown.`,
  }
}
