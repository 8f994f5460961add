// What the page says about states, faults and requests, in words.
import type { AdvanceStep } from '../advance-order.ts'
import { readForm } from '../form.ts'
import type { Rules } from '../rules.ts'
import { checksOf, domainsOf, isPending, isSsl } from '../status/order-status.ts'
import type { FaultKind, Order, RecordedRequest } from '../types.ts'

export type Chip = { text: string; tone: 'open' | 'closed' | 'refused' | 'fault' }

export const faultWords: Record<FaultKind, string> = {
  slow: 'answers late',
  silent: 'never answers',
  'reset-before': 'resets before the answer',
  'reset-after': 'resets in the answer',
  'cut-body': 'cuts the answer short',
  'html-page': 'answers with a web page',
  'http-500': 'answers HTTP 500',
  redirect: 'redirects',
  'wrong-type': 'declares the wrong type',
  'latin-1': 'answers in Latin-1',
  huge: 'answers hugely',
  'unknown-code': 'answers an unknown code',
  'unknown-status': 'answers an unknown status',
  empty: 'answers nothing',
}

/** The state of an order, a few words per step. */
export const chipsOf = (order: Order): Chip[] => {
  const chips: Chip[] = []
  const add = (text: string, tone: Chip['tone']) => chips.push({ text, tone })
  const { callback, clickThrough, dcv, smime } = order
  if (order.fault) add(faultWords[order.fault.fault], 'fault')
  if (order.permissionDenied) add('permission denied', 'refused')
  if (order.account === '*') {
    add('every step open', 'open')
    return chips
  }
  if (callback) {
    if (callback.refusal !== undefined) add('callback refused', 'refused')
    else add(`callback ${spaced(callback.state)}`, callback.state === 'open' ? 'open' : 'closed')
    if (callback.bookedFor !== undefined) add(`booked for ${callback.bookedFor} UTC`, 'open')
    if (callback.proposedPhoneNumber !== undefined) add(`proposed: ${callback.proposedPhoneNumber}`, 'open')
    if (callback.proposedEmailAddress !== undefined) add(`proposed: ${callback.proposedEmailAddress}`, 'open')
  }
  if (clickThrough) {
    if (clickThrough.refusal !== undefined) add('agreement refused', 'refused')
    else add(`agreement ${spaced(clickThrough.state)}`, clickThrough.state === 'open' ? 'open' : 'closed')
  }
  if (dcv) add(`domain control ${spaced(dcv.state)}`, dcv.state === 'open' ? 'open' : 'closed')
  if (smime?.closed) add('certificate closed', 'closed')
  else if (smime) {
    if (smime.agreement === 'open') add('agreement open', 'refused')
    for (const action of smime.openActions) add(`${action} open`, 'refused')
    add(`invitation ${smime.invitation}`, smime.invitation === 'open' ? 'open' : 'closed')
    add(`mailbox proof ${smime.verification}`, smime.verification === 'open' ? 'open' : 'closed')
    add(`collection ${spaced(smime.collection)}`, smime.collection === 'open' ? 'open' : 'closed')
  }
  return chips
}

/** The CA's own checks, and where the order stands: what no partner operation changes. */
export const checkChips = (order: Order, rules: Rules): Chip[] => {
  if (order.account === '*' || !isSsl(order)) return []
  const { organisation, brand, caa } = checksOf(order, rules)
  const chips: Chip[] = []
  if (isPending(organisation))
    chips.push({ text: `organisation check ${spaced(organisation)}`, tone: 'open' })
  if (isPending(brand)) chips.push({ text: `brand review ${spaced(brand)}`, tone: 'open' })
  if (isPending(caa)) chips.push({ text: 'CAA forbids', tone: 'refused' })
  if (order.domainControl && !order.issued) {
    const domains = domainsOf(order)
    const proven = domains.filter(({ status }) => status === 'validated').length
    const isDone = proven === domains.length
    chips.push({ text: `${proven} of ${domains.length} domains proven`, tone: isDone ? 'closed' : 'open' })
  }
  if (order.standing && !order.issued) chips.push({ text: spaced(order.standing), tone: 'refused' })
  if (order.issued) chips.push({ text: 'issued', tone: 'closed' })
  return chips
}

/** What the button of a step says. */
export const stepWords: Record<AdvanceStep, string> = {
  payment: 'Order paid',
  agreement: 'Agreement accepted',
  domains: 'Domains proven',
  organisation: 'Organisation checked',
  callback: 'Callback verified',
  brand: 'Brand cleared',
  caa: 'CAA corrected',
  issued: 'Issued',
}

const spaced = (state: string): string => state.replace('-', ' ')

/** The arguments of a request for people to read: passwords are dots, and what cannot be read is not shown. */
export const argumentsOf = (request: RecordedRequest): [string, string][] =>
  readForm(Buffer.from(request.bodyBase64, 'base64'))
    .slice(0, 30)
    .map(({ name, value }) => {
      if (!/^[\w.-]{1,64}$/.test(name))
        return ['(unreadable name)', `${name.length + value.length} characters`]
      return [name, /pass/i.test(name) ? '•••' : shorten(value, 400)]
    })

const isReadable = (name: string): boolean => /^[\w.-]{1,64}$/.test(name)

/** -2 repeats the name it did not know. Where a whole body was taken for a name, a password could be in it. */
export const answerTextOf = (request: RecordedRequest): string => {
  if (!request.answer) return '(none)'
  const names = readForm(Buffer.from(request.bodyBase64, 'base64')).map(({ name }) => name)
  if (!names.every(isReadable)) return '(not shown, as it may repeat an unreadable request)'
  return shorten(request.answer.bodyText, 1000) || '(empty)'
}

export const shorten = (text: string, limit: number): string =>
  text.length > limit ? `${text.slice(0, limit)}… (${text.length.toLocaleString('en')} characters)` : text

/** What was answered, in a few characters, and whether it was a refusal. */
export const answerWords = ({ answer, aborted }: RecordedRequest): Chip => {
  if (aborted) return { text: 'request broke off', tone: 'fault' }
  if (!answer) return { text: 'no answer', tone: 'fault' }
  if (answer.statusCode !== 200) return { text: `HTTP ${answer.statusCode}`, tone: 'fault' }
  if (!answer.complete) return { text: 'answer broke off', tone: 'fault' }
  const code = /^(?:errorCode=)?(-?\d+)(?=&|\r?\n|$)/.exec(answer.bodyText)?.[1]
  if (code === undefined) return { text: answer.bodyText === '' ? 'empty' : 'no code', tone: 'fault' }
  const status = /&status=(\d+)/.exec(answer.bodyText)?.[1]
  if (code.startsWith('-')) return { text: code, tone: 'refused' }
  if (status === undefined) return { text: code, tone: 'open' }
  return { text: `${code} · status ${status}`, tone: status === '0' ? 'closed' : 'open' }
}
