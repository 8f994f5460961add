import 'server-only'
import { orderSteps } from '#lib/ca/steps.ts'
import { appendEvent } from '#lib/store/events.ts'
import { saveOrderState } from '#lib/store/order-states.ts'
import type { Asked } from './ask-to-read.ts'
import type { Claimed, StateQuestion } from './claim-order-state.ts'
import type { Desk } from './desk.ts'
import { stepKey, type KeptState } from './kept-order-state.ts'
import type { ReadFailure, StateRead } from './order-state.ts'

export type StateEnd = Pick<KeptState, 'collectSsl' | 'refusedCode' | 'collectRaw'>
export type DomainsEnd = Pick<KeptState, 'domains' | 'domainsRaw' | 'domainsNote'>

/** Writes down what was read, as of when the CA was asked, with an event that tells what has changed since the read before. */
export async function keepState(
  desk: Desk,
  { actor, accountId, order }: StateQuestion,
  state: KeptState,
  asked: number,
): Promise<StateRead> {
  const { steps, blocking } = orderSteps(state)
  const changed = steps.filter((step) => state.since[stepKey(step)]?.at === asked).map(({ kind }) => kind)
  await desk.store.write(async (tx) => {
    const now = desk.now()
    await saveOrderState(tx, {
      account_id: accountId,
      order_number: order,
      tried_at: now,
      tried_by: actor.name,
      reading_until: null,
      read_at: asked,
      read_by: actor.name,
      state: JSON.stringify(state),
      failure: null,
    })
    await appendEvent(tx, {
      at: now,
      kind: 'state.read',
      actor,
      accountId,
      order,
      body: {
        result: state.collectSsl?.result ?? null,
        code: state.refusedCode ?? state.collectSsl?.code ?? null,
        blocking: blocking?.kind ?? null,
        changed: [...new Set(changed)],
      },
      personal: { collectSsl: state.collectRaw, domains: state.domainsRaw },
    })
  })
  return { is: 'read' }
}

/**
 * Writes down why a read told nothing. What was known stays as it was; a read that never reached the CA does not count against its three
 * hours.
 */
export async function keepFailure(
  desk: Desk,
  { actor, accountId, order }: StateQuestion,
  { before }: Claimed,
  asked: Asked<'collect-ssl'>,
): Promise<StateRead> {
  const at = desk.now()
  const failure = failureOf(asked, at)
  const isSent = asked.is === 'answered' && asked.answer.certainty !== 'not-sent'
  await desk.store.write(async (tx) => {
    await saveOrderState(tx, {
      account_id: accountId,
      order_number: order,
      tried_at: isSent ? at : (before?.tried_at ?? null),
      tried_by: isSent ? actor.name : (before?.tried_by ?? null),
      reading_until: null,
      read_at: before?.read_at ?? null,
      read_by: before?.read_by ?? null,
      state: before?.state ?? null,
      failure: JSON.stringify(failure),
    })
    const { code, title, explanation, raw } = failure
    await appendEvent(tx, {
      at,
      kind: 'state.not-read',
      actor,
      accountId,
      order,
      body: { code, certainty: asked.is === 'answered' ? asked.answer.certainty : 'not-sent' },
      personal: { title, explanation, raw },
    })
  })
  return { is: 'failed', failure }
}

function failureOf(asked: Asked<'collect-ssl'>, at: number): ReadFailure {
  if (asked.is === 'not-asked') {
    const title = 'Not read: the CA was not asked'
    return {
      at,
      code: null,
      title,
      explanation: asked.says,
      nextStep: 'Try again a little later.',
      raw: null,
    }
  }
  const { outcome, raw } = asked.answer
  if (outcome === null) throw new Error('a read that has a reply did not fail')
  const { code, title, explanation, nextStep, message } = outcome
  const words = message === null ? explanation : `${explanation} The CA’s own words: “${message}”`
  return { at, code, title, explanation: words, nextStep, raw }
}
