import 'server-only'
import { mayDo } from '#lib/auth/security-log.ts'
import { refusedRows } from '#lib/ca/steps-stops.ts'
import { checkOrderNumber } from '#lib/ca/inputs.ts'
import { log } from '#lib/log.ts'
import { askToRead, type Asked } from './ask-to-read.ts'
import type { Desk } from './desk.ts'
import { claimRead, type Claimed, type StateQuestion } from './claim-order-state.ts'
import { keptState, sinceOf, type KeptState } from './kept-order-state.ts'
import type { StateRead } from './order-state.ts'
import { keepFailure, keepState, type DomainsEnd, type StateEnd } from './keep-order-state.ts'
import { workBegan, workEnded } from './stopping.ts'

/**
 * Reads an order's state at the CA (CollectSSL, then GetMDCDomainDetails) for everybody: at most once in three hours per order, sooner with
 * a reason, and never two reads of one account at one time, whichever server does them. What was known before stays when a read fails.
 * Agents and above. Never throws for anything expected.
 *
 * @see the CA's “Collect SSL”: no more often than once every three hours, no concurrent calls
 */
export async function readOrderState(desk: Desk, question: StateQuestion): Promise<StateRead> {
  const problem = check(question)
  if (problem !== null) return problem
  const claimed = await claimRead(desk, question)
  if (claimed.is !== 'claimed') return claimed.answer
  const work = `state ${crypto.randomUUID()}`
  workBegan(work)
  try {
    return await read(desk, question, claimed)
  } catch (error) {
    log.error({ err: error, order: question.order }, 'the state of an order could not be read')
    return {
      is: 'not-read',
      field: 'form',
      message:
        'The state could not be read or written down just now. The CA may have been asked: reload the page in a few minutes.',
    }
  } finally {
    workEnded(work)
  }
}

function check({ actor, order, reason }: StateQuestion): StateRead | null {
  const not = (field: 'reason' | 'form', message: string): StateRead => ({ is: 'not-read', field, message })
  if (!mayDo(actor, 'agent', 'read a state at the CA'))
    return not('form', 'Viewers see what was read. Reading at the CA takes an agent.')
  const sentence = checkOrderNumber(null, order)
  if (sentence !== null) return not('form', sentence)
  if (reason !== null && reason.length > 500) return not('reason', 'Shorten the reason to 500 characters.')
  if (reason?.includes('\0')) return not('reason', 'Remove the characters that cannot be printed.')
  return null
}

async function read(desk: Desk, question: StateQuestion, claimed: Claimed): Promise<StateRead> {
  const { actor, accountId, order } = question
  // What the CA reports while it is being asked is newer than what it answers.
  const asked = desk.now()
  const collect = await askToRead(desk, {
    actor,
    accountId,
    order,
    read: { kind: 'collect-ssl', orderNumber: order },
  })
  const end = endOf(collect)
  if (end === null) return keepFailure(desk, question, claimed, collect)
  const before = keptState(claimed.before)
  const isOpen =
    end.collectSsl !== null && end.collectSsl.result !== 'available' && end.collectSsl.result !== 'attached'
  // Of an order that is over, what was read of its domains before is no state of theirs any more.
  const domains = isOpen ? await readDomains(desk, question, before, end) : noDomains
  const told = { ...end, ...domains }
  const state: KeptState = { ...told, since: sinceOf(told, before, asked) }
  return keepState(desk, question, claimed, state, asked)
}

/** What CollectSSL told: a reply, or a refusal that speaks of the order and not of the question. Null when it told nothing. */
function endOf(asked: Asked<'collect-ssl'>): StateEnd | null {
  if (asked.is === 'not-asked') return null
  const { reply, outcome, raw } = asked.answer
  if (reply !== null) return { collectSsl: reply, refusedCode: null, collectRaw: raw }
  const isState =
    outcome.kind === 'refused' && outcome.code !== null && refusedRows[outcome.code] !== undefined
  return isState ? { collectSsl: null, refusedCode: outcome.code, collectRaw: raw } : null
}

async function readDomains(
  desk: Desk,
  { actor, accountId, order }: StateQuestion,
  before: KeptState | null,
  { collectSsl }: StateEnd,
): Promise<DomainsEnd> {
  const asked = await askToRead(desk, {
    actor,
    accountId,
    order,
    read: { kind: 'get-mdc-domain-details', orderNumber: order },
  })
  const { reply, outcome, raw } =
    asked.is === 'answered' ? asked.answer : { reply: null, outcome: { title: asked.says }, raw: null }
  if (reply !== null) return { domains: reply.domains, domainsRaw: raw, domainsNote: null }
  const why = `The domains could not be read this time: ${outcome.title.replace(/\.?$/, '.')}`
  const overall = collectSsl?.fields.dcvStatus?.state
  if (overall === 'completed' || overall === 'not-required')
    return { ...noDomains, domainsNote: `${why} Of all of them together, the CA says that nothing is open.` }
  const { domains = null, domainsRaw = null } = before ?? {}
  const rest = domains === null ? 'They are not known.' : 'What is shown of them was read before.'
  return { domains, domainsRaw, domainsNote: `${why} ${rest}` }
}

const noDomains: DomainsEnd = { domains: null, domainsRaw: null, domainsNote: null }
