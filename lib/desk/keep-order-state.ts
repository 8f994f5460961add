import 'server-only'
import { orderSteps } from '#lib/ca/steps.ts'
import { appendEvent, type NewEvent } from '#lib/store/events.ts'
import { endOrderRead } from '#lib/store/order-states.ts'
import type { Asked } from './ask-to-read.ts'
import type { Claimed, StateQuestion } from './claim-order-state.ts'
import type { Desk } from './desk.ts'
import { keepTrying } from './keep-trying.ts'
import { stepKey, type KeptState } from './kept-order-state.ts'
import type { ReadFailure, StateRead } from './order-state.ts'
import { failureOf } from './read-failure.ts'

export type StateEnd = Pick<KeptState, 'collectSsl' | 'refusedCode' | 'collectRaw'>
export type DomainsEnd = Pick<KeptState, 'domains' | 'domainsRaw' | 'domainsNote'>

/**
 * Writes down what was read, as of when the CA was asked, with an event that tells what has changed since the read before. A read that took
 * longer than its claim stood leaves a later one's end as it is.
 */
export async function keepState(
  desk: Desk,
  { actor, accountId, order }: StateQuestion,
  { before, until }: Claimed,
  state: KeptState,
  asked: number,
): Promise<StateRead> {
  const { steps, blocking } = orderSteps(state)
  // At the first read there is nothing that it could have changed from.
  const isFirst = before?.state == null
  const changed = steps.filter((step) => !isFirst && state.since[stepKey(step)]?.at === asked)
  const at = desk.now()
  const end = {
    tried_at: at,
    tried_by: actor.name,
    read_at: asked,
    read_by: actor.name,
    state: JSON.stringify(state),
    failure: null,
  }
  const event = {
    kind: 'state.read',
    actor,
    accountId,
    order,
    body: {
      result: state.collectSsl?.result ?? null,
      code: state.refusedCode ?? state.collectSsl?.code ?? null,
      blocking: blocking?.kind ?? null,
      changed: [...new Set(changed.map(({ kind }) => kind))],
    },
    personal: { collectSsl: state.collectRaw, domains: state.domainsRaw },
  }
  await write(desk, { accountId, order, until }, end, event)
  return { is: 'read' }
}

/**
 * Writes down why a read told nothing. What was known stays as it was; a read that never reached the CA does not count against its three
 * hours.
 */
export async function keepFailure(
  desk: Desk,
  { actor, accountId, order }: StateQuestion,
  { before, until }: Claimed,
  asked: Asked<'collect-ssl'>,
): Promise<StateRead> {
  const at = desk.now()
  const failure = failureFrom(asked, at)
  const isSent = asked.is === 'answered' && asked.answer.certainty !== 'not-sent'
  const end = {
    tried_at: isSent ? at : (before?.tried_at ?? null),
    tried_by: isSent ? actor.name : (before?.tried_by ?? null),
    failure: JSON.stringify(failure),
  }
  const { code, title, explanation, raw } = failure
  const event = {
    kind: 'state.not-read',
    actor,
    accountId,
    order,
    body: { code, certainty: asked.is === 'answered' ? asked.answer.certainty : 'not-sent' },
    personal: { title, explanation, raw },
  }
  await write(desk, { accountId, order, until }, end, event)
  return { is: 'failed', failure }
}

type End = Parameters<typeof endOrderRead>
const write = (desk: Desk, claim: End[1], end: End[2], event: Omit<NewEvent, 'at'>): Promise<void> =>
  keepTrying(
    () =>
      desk.store.write(async (tx) => {
        await endOrderRead(tx, claim, end)
        await appendEvent(tx, { at: desk.now(), ...event })
      }),
    { order: claim.order },
  )

function failureFrom(asked: Asked<'collect-ssl'>, at: number): ReadFailure {
  if (asked.is === 'not-asked') {
    const title = 'Not read: the CA was not asked'
    const nextStep = 'Try again a little later.'
    return { at, code: null, title, explanation: asked.says, nextStep, raw: null }
  }
  const { outcome, raw } = asked.answer
  if (outcome === null) throw new Error('a read that has a reply did not fail')
  return failureOf(outcome, raw, at)
}
