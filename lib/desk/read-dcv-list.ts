import 'server-only'
import { domainToASCII } from 'node:url'
import { mayDo } from '#lib/auth/security-log.ts'
import { worthAskingAsText } from '#lib/ca/reads/get-dcv-email-address-list/ask-as-text.ts'
import { checkDomainName } from '#lib/ca/reads/get-dcv-email-address-list/input.ts'
import { checkOrderNumber } from '#lib/ca/inputs.ts'
import { clock } from '#lib/clock.ts'
import { log } from '#lib/log.ts'
import { findDcvList, type DcvListRow } from '#lib/store/dcv-lists.ts'
import { askToRead, type Asked } from './ask-to-read.ts'
import { claimList, listEvery, type ListClaimed, type ListQuestion } from './claim-dcv-list.ts'
import type { DcvListRead, DcvListView } from './dcv-list.ts'
import type { Desk } from './desk.ts'
import { giveListBack, keepList, keepListFailure, type ListEnd } from './keep-dcv-list.ts'
import { dcvListView, isUnderWay } from './kept-dcv-list.ts'
import { domainsOfOrder } from './kept-order-state.ts'
import { workBegan, workEnded } from './stopping.ts'

/** Two requests at the most, each within the time an attempt has. */
const longest = (desk: Desk) => 2 * desk.limits.attemptDeadline
const lookEvery = 250

/**
 * Reads the addresses that the CA takes for a domain: in JSON, and as text where JSON tells nothing. At most once a minute for each domain;
 * sooner, what is kept is the answer, and who asks while somebody's read is under way gets its end. What was known stays when a read fails.
 * Agents and above. Never throws for anything expected.
 *
 * @see the CA's “Get DCV Email Address List”: an address has to be used within 24 hours
 */
export async function readDcvList(desk: Desk, asked: ListQuestion): Promise<DcvListRead> {
  const question = { ...asked, domain: asDomain(asked.domain) }
  const problem = check(question)
  if (problem !== null) return problem
  try {
    const claimed = await claimList(desk, question, longest(desk))
    switch (claimed.is) {
      case 'stopped':
        return claimed.answer
      case 'recent':
        return { is: 'kept', list: await viewOf(desk, question, claimed.row), nextAt: claimed.nextAt }
      case 'under-way':
        return await awaitList(desk, question)
      case 'claimed':
        return await readClaimed(desk, question, claimed)
    }
  } catch (error) {
    log.error({ err: error, order: question.order }, 'a list of addresses could not be read')
    return notRead('form', 'The list could not be written down just now. Try again in a minute.')
  }
}

const notRead = (field: 'domain' | 'form', message: string): DcvListRead => ({
  is: 'not-read',
  field,
  message,
})

/** As it is asked for: lower case, without a last dot, in plain letters. What cannot be written so stays as it is and fails the check. */
function asDomain(typed: string): string {
  const name = typed.trim().replace(/\.$/, '').toLowerCase()
  // oxlint-disable-next-line no-control-regex -- plain characters are what it looks for
  return /^[\u0000-\u007f]*$/.test(name) || name.length > 255 ? name : domainToASCII(name) || name
}

function check({ actor, order, domain }: ListQuestion): DcvListRead | null {
  if (!mayDo(actor, 'agent', 'read a list at the CA'))
    return notRead('form', 'Viewers see what was read. Reading at the CA takes an agent.')
  const sentence = checkOrderNumber(null, order)
  if (sentence !== null) return notRead('form', sentence)
  const wrong = checkDomainName(domain)
  return wrong === null ? null : notRead('domain', wrong)
}

async function readClaimed(desk: Desk, question: ListQuestion, claimed: ListClaimed): Promise<DcvListRead> {
  const work = `list ${crypto.randomUUID()}`
  workBegan(work)
  try {
    const end = await askInEitherForm(desk, question)
    if (end.is === 'not-asked') {
      await giveListBack(desk, question, claimed)
      return notRead('form', end.says)
    }
    const isRead = end.answer.reply !== null
    const row = await (isRead ? keepList : keepListFailure)(desk, question, claimed, end)
    return { is: isRead ? 'read' : 'failed', list: await viewOf(desk, question, row) }
  } finally {
    workEnded(work)
  }
}

type Ended =
  ({ readonly is: 'ended' } & ListEnd) | Extract<Asked<'get-dcv-email-address-list'>, { is: 'not-asked' }>

async function askInEitherForm(desk: Desk, question: ListQuestion): Promise<Ended> {
  const json = await ask(desk, question, 'json')
  if (json.is === 'not-asked') return json
  const first = { is: 'ended', answer: json.answer, raw: rawOf('As JSON', json.answer.raw) } as const
  if (!worthAskingAsText(json.answer)) return first
  const text = await ask(desk, question, 'text')
  if (text.is === 'not-asked') return first
  const raw = [...first.raw, ...rawOf('As text', text.answer.raw)]
  // An empty list in JSON is an answer; only where there was none does the text's failure count.
  const answer = text.answer.reply === null && json.answer.reply !== null ? json.answer : text.answer
  return { is: 'ended', answer, raw }
}

const rawOf = (title: string, text: string | null) => (text === null ? [] : [{ title, text }])

function ask(desk: Desk, { actor, account, order, domain }: ListQuestion, format: 'json' | 'text') {
  return askToRead<'get-dcv-email-address-list'>(desk, {
    actor,
    accountId: account,
    order,
    read: { kind: 'get-dcv-email-address-list', domainName: domain, format },
  })
}

/** Somebody else's read of the same list: its end is everybody's. It ends by itself after its deadline. */
async function awaitList(desk: Desk, question: ListQuestion): Promise<DcvListRead> {
  for (;;) {
    await clock.sleep(lookEvery)
    const row = await findDcvList(desk.store.db, question.account, question.domain)
    if (row === null) return notRead('form', 'The CA could not be asked just now. Try again.')
    if (isUnderWay(row, desk.now(), longest(desk))) continue
    const list = await viewOf(desk, question, row)
    return { is: 'kept', list, nextAt: row.tried_at + listEvery }
  }
}

async function viewOf(
  desk: Desk,
  { account, order, domain }: ListQuestion,
  row: DcvListRow,
): Promise<DcvListView> {
  const controls = await domainsOfOrder(desk.store.db, account, order)
  const ofOrder = controls.find(({ name }) => name.toLowerCase() === domain) ?? null
  return dcvListView(row, ofOrder, desk.now())
}
