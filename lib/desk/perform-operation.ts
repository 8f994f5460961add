import 'server-only'
import { operationAbout } from '#lib/ca/catalogue.ts'
import { checkOrderNumber, parseInput } from '#lib/ca/inputs.ts'
import type { Input, OperationAbout } from '#lib/ca/operation.ts'
import { accountCredentials, type AccountCredentials } from '#lib/auth/accounts.ts'
import { atLeast } from '#lib/auth/roles.ts'
import { logRefused } from '#lib/auth/security-log.ts'
import { log } from '#lib/log.ts'
import type { AccountRow } from '#lib/store/accounts.ts'
import { admit, contentHash, type Approver, type Intent } from './admit.ts'
import type { Desk } from './desk.ts'
import { freshDcvAddress } from './fresh-dcv-address.ts'
import * as notSent from './not-sent.ts'
import type { Actor, FieldError, Performed, Stopped, Ticket } from './receipt.ts'
import { secondPerson } from './second-person.ts'
import { settle } from './settle.ts'
import { awaitSettlement } from './await-settlement.ts'
import { findUsableAccount, usableAccounts } from './usable-accounts.ts'

/** One try of one operation on one order, as a form, the API or a program asks for it. */
export interface OperationRequest {
  readonly actor: Actor
  readonly operation: string
  readonly order: string
  /** Id or label; null picks the only account there is. */
  readonly account: string | null
  /** Unique to this try. A second arrival of the same key gets the first receipt. */
  readonly key: string
  readonly ticket: Ticket | null
  /** Raw values by the CA's parameter names. */
  readonly input: Readonly<Record<string, string>>
  readonly reason: string | null
  /** True to go past the duplicate guard; needs a reason. */
  readonly override: boolean
  /** Set by `approveChange` alone: the second person who has agreed. */
  readonly approvedBy?: Approver | null
  /** True where a screen said that it would wait for a second person: it is never sent at once then. */
  readonly asksOnly?: boolean
}

/**
 * The only door to the CA: authorises, checks, records the intent, asks once, records the outcome. The guards' order is fixed: role,
 * account and input, then in one transaction key, time, hold, duplicate and throttle (see `admit`). Never throws for anything
 * expected, and never asks twice.
 */
export async function performOperation(desk: Desk, request: OperationRequest): Promise<Performed> {
  const about = operationAbout(request.operation)
  if (about === null) return notSent.unknownOperation(request.operation)
  const forbidden = mayPerform(request.actor, about)
  if (forbidden !== null) {
    logRefused(request.actor, about.id)
    return forbidden
  }

  const prepared = await prepare(desk, request)
  if (prepared.is !== 'ready') return prepared

  const checked = check(about, request)
  if (!checked.ok) return notSent.badInput(checked.errors)

  const intent: Intent = {
    ...request,
    about,
    input: checked.input,
    account: prepared.account,
    contentHash: contentHash(about.id, request.order, prepared.account.id, checked.input),
  }
  const waits = await secondPerson(desk, intent)
  if (waits !== null) return waits
  const stale = await freshDcvAddress(desk, intent)
  if (stale !== null) return stale
  const admitted = await admitOrSay(desk, intent)
  if (admitted.is === 'stopped') return admitted.performed
  if (admitted.is === 'seen') return awaitSettlement(desk, intent)

  const answer = await desk.ca.ask({
    accountId: prepared.account.id,
    baseUrl: prepared.credentials.baseUrl,
    credentials: prepared.credentials,
    operation: about.id,
    orderNumber: request.order,
    input: checked.input,
  })
  return { is: 'receipt', receipt: await settle(desk, intent, admitted.row, answer) }
}

/** What an actor's role or a token's scope has against an operation; null when nothing. */
export function mayPerform({ role, scopes }: Actor, about: OperationAbout): Stopped | null {
  if (!atLeast(role, about.role)) return notSent.forbidden(about.role)
  return scopes?.operations?.includes(about.id) === false ? notSent.outOfScope() : null
}

type Checked = { ok: true; input: Input } | { ok: false; errors: FieldError[] }

function check(about: OperationAbout, request: OperationRequest): Checked {
  const parsed = parseInput(about.id, request.input)
  const errors: FieldError[] = parsed.ok ? [] : [...parsed.errors]
  const add = (field: string, message: string | null) => {
    if (message !== null) errors.push({ field, message })
  }
  add('order', checkOrderNumber(about.id, request.order))
  add('ticket', checkTicket(request.ticket))
  add('reason', checkReason(about, request))
  return parsed.ok && errors.length === 0 ? { ok: true, input: parsed.input } : { ok: false, errors }
}

// oxlint-disable-next-line no-control-regex -- control characters, and marks that turn writing around, are what it looks for
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/

function checkTicket(ticket: Ticket | null): string | null {
  if (ticket === null) return null
  if (ticket.id.length > 100 || ticket.system.length > 40)
    return 'Shorten the ticket reference to 100 characters.'
  if (controlCharacters.test(ticket.id + ticket.system))
    return 'Remove line breaks from the ticket reference.'
  return null
}

function checkReason(about: OperationAbout, request: OperationRequest): string | null {
  const reason = request.reason?.trim() ?? ''
  if (reason.includes('\0')) return 'Remove the characters that cannot be printed.'
  if (reason.length > 1000) return 'Shorten the reason to 1,000 characters.'
  if (reason !== '') return null
  if (about.contactChange) return 'Say why the contact changes, such as who asked for it and how you checked.'
  if (request.override) return 'Say why it has to be sent again.'
  return null
}

type Prepared = { is: 'ready'; account: AccountRow; credentials: AccountCredentials } | Stopped

async function prepare(desk: Desk, request: OperationRequest): Promise<Prepared> {
  let account: AccountRow | null
  try {
    account = await chooseAccount(desk, request)
  } catch (error) {
    log.error({ err: error }, 'the store could not be read before an attempt')
    return notSent.historyUnavailable()
  }
  if (account === null) {
    return notSent.unknownAccount(
      request.account === null
        ? 'There is more than one account, or none.'
        : 'The account is not known here.',
    )
  }
  try {
    return { is: 'ready', account, credentials: accountCredentials(account) }
  } catch (error) {
    log.error({ err: error, account: account.id }, 'an account’s password could not be unsealed')
    return notSent.unreadableCredentials()
  }
}

async function chooseAccount(desk: Desk, { actor, account }: OperationRequest): Promise<AccountRow | null> {
  if (account !== null) return findUsableAccount(desk.store.db, actor, account)
  const all = await usableAccounts(desk.store.db, actor)
  return all.length === 1 ? (all[0] ?? null) : null
}

async function admitOrSay(desk: Desk, intent: Intent): Promise<Awaited<ReturnType<typeof admit>>> {
  try {
    return await admit(desk, intent)
  } catch (error) {
    log.error({ err: error, attempt: intent.key }, 'an intent could not be recorded; nothing was sent')
    return { is: 'stopped', performed: notSent.historyUnavailable() }
  }
}
