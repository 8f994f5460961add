import 'server-only'
import { catalogue } from '#lib/ca/catalogue.ts'
import { operationIds, type OperationId } from '#lib/ca/operation.ts'
import { atLeast } from '#lib/auth/roles.ts'
import type { AccountRow } from '#lib/store/accounts.ts'
import { attemptsOfOrder, attemptsTaken, type LabelledAttempt } from '#lib/store/attempts.ts'
import { findOrderState } from '#lib/store/order-states.ts'
import { templatesOf } from '#lib/store/templates.ts'
import { placeOfPhone } from '#lib/time/phone-place.ts'
import { accountChoice } from './account-choice.ts'
import { readCallingHours } from './calling-hours.ts'
import { desk } from './desk.ts'
import { dcvListsOfOrder } from './kept-dcv-list.ts'
import { knownContacts } from './known-contacts.ts'
import { linesOfOrder, reportsOfOrder } from './order-reports.ts'
import { orderStateView } from './order-state-view.ts'
import { orderApprovals } from './read-approvals.ts'
import { lineOf, receiptOf } from './receipt-of.ts'
import type { Actor } from './receipt.ts'
import { mayResolve } from './resolve-attempt.ts'
import { readRules } from './rules.ts'
import { seenAccounts, usableAccounts } from './usable-accounts.ts'
import type { OrderView } from './views.ts'

const shown = 50
const shownEvents = 30
/** As many as an order takes in two days, so that reports that mean nothing do not push one out that stops it. */
const mostReports = 200
/** Far more than an order has, so that no booked call is pushed out by what came after it. */
const mostTaken = 500

/**
 * Everything the order page shows. `wanted` is an account's id or label from the URL, or null; `open` the operation whose form is open, or
 * null. Every role may read.
 */
export async function readOrder(
  reader: Actor,
  order: string,
  wanted: string | null,
  open: OperationId | null = null,
): Promise<OrderView> {
  const { store, now } = await desk()
  const seen = await seenAccounts(store.db, reader)
  const [accounts, rows, callingHours] = await Promise.all([
    usableAccounts(store.db, reader),
    attemptsOfOrder(store.db, order, shown + 1, seen),
    readCallingHours(store.db),
  ])
  const account = chooseAccount(accounts, rows, wanted)
  // An order number may stand in two accounts for two orders: what is known of this one is from this account alone.
  const own =
    account === null ? [] : await attemptsTaken(store.db, { order, accountId: account.id }, mostTaken)
  const taken = own.flatMap((row) => receiptOf(row) ?? [])
  const templates = account === null ? [] : await templatesOf(store.db, account.id)
  const state = account === null ? null : await findOrderState(store.db, account.id, order)
  const reports =
    account === null
      ? []
      : await reportsOfOrder(store.db, account.id, order, mostReports, state?.read_at ?? 0)
  const choice = account === null ? null : accountChoice(account)
  const known = knownContacts(own)
  const { phone } = known
  const approvals = { reader, accounts, order, attempts: rows, now: now() }
  return {
    order,
    account: choice,
    accounts: accounts.map(accountChoice),
    state: choice && orderStateView(state, { reader, account: choice, now: now(), reports }),
    timeline: rows.slice(0, shown).map((row) => ({
      line: lineOf(row),
      receipt: receiptOf(row),
      mayResolve: row.outcome_kind === 'unknown' && row.resolved_at === null && mayResolve(reader, row),
    })),
    taken,
    events: await linesOfOrder(store.db, order, accounts, shownEvents),
    more: rows.length > shown,
    known,
    callingHours,
    phonePlace: phone && placeOfPhone(phone.value),
    dcvLists:
      account === null || !picksDcvAddress(open)
        ? []
        : await dcvListsOfOrder(store.db, account.id, order, now()),
    templates: templates.map(({ template_id, name }) => ({ id: template_id, name })),
    secondPerson: (await readRules(store.db)).secondPerson,
    approvals: await orderApprovals(store.db, approvals),
    allowed: operationIds.filter((id) => atLeast(reader.role, catalogue[id].role)),
  }
}

/** The lists carry the CA's own texts, and an order may have hundreds: only the form that picks from them has them. */
const picksDcvAddress = (open: OperationId | null): boolean =>
  open !== null && catalogue[open].fields.some(({ control }) => control === 'dcv-address')

/** The account the link names, else the one last used for this order, else the only one there is. */
function chooseAccount(
  accounts: readonly AccountRow[],
  rows: readonly LabelledAttempt[],
  wanted: string | null,
): AccountRow | null {
  // A name that is not known is asked about, never replaced by another account.
  if (wanted !== null) {
    return accounts.find((account) => account.id === wanted || account.label === wanted) ?? null
  }
  const last = accounts.find((account) => account.id === rows[0]?.account_id)
  return last ?? (accounts.length === 1 ? (accounts[0] ?? null) : null)
}
