import 'server-only'
import { operationAbout } from '#lib/ca/catalogue.ts'
import type { OperationId } from '#lib/ca/operation.ts'
import type { OutcomeKind } from '#lib/ca/outcome.ts'
import type { AccountRow } from '#lib/store/accounts.ts'
import {
  attemptsByOrderPrefix,
  briefAttempts,
  briefAttemptsOf,
  readOrdersByPrefix,
  type BriefAttempt,
} from '#lib/store/find-orders.ts'
import type { Desk } from './desk.ts'
import type { Actor } from './receipt.ts'
import { seenAccounts, usableAccounts } from './usable-accounts.ts'

/** What was typed into the palette: the order number in it, or the beginning of one, and the other words. */
export interface Sought {
  readonly order: string
  readonly words: string
}

/** One attempt as a line of the palette. */
export interface FoundAttempt {
  readonly attempt: string
  readonly operation: OperationId
  readonly order: string
  readonly account: { readonly id: string; readonly label: string }
  readonly ticket: string | null
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly actor: string
  readonly mine: boolean
  /** Null while the CA's answer is awaited. */
  readonly kind: OutcomeKind | null
}

export interface FoundOrder {
  readonly order: string
  readonly account: { readonly id: string; readonly label: string }
  /** The newest attempt on it; null when its state was only read. */
  readonly last: FoundAttempt | null
}

export interface Found {
  /** Orders by number; with nothing sought the person's own newest first, then the team's. */
  readonly orders: readonly FoundOrder[]
  /** Attempts that match, newest first, the person's own before the others'. With nothing sought only the person's own. */
  readonly work: readonly FoundAttempt[]
}

const most = { orders: 8, own: 6, team: 4, work: 6, looked: 60 } as const

/** How much of what was typed is looked at: an order number has 128 characters at the most. */
const longest = 200

/**
 * What the palette lists of the desk's own memory: orders and attempts. Asks the database only for what an index leads to, and never the
 * CA. Every role may read; what they may do with it is checked where it is done. Never fails for what was typed.
 */
export async function findAnything({ store }: Desk, reader: Actor, sought: Sought): Promise<Found> {
  const order = readable(sought.order)
  const words = readable(sought.words).toLowerCase().split(/\s+/).filter(Boolean)
  const accounts = await usableAccounts(store.db, reader)
  const seen = await seenAccounts(store.db, reader)
  const [own, everybodys] = await Promise.all([
    briefAttemptsOf(store.db, reader, most.looked, seen),
    briefAttempts(store.db, most.looked, seen),
  ])
  const isMine = (row: BriefAttempt) => row.actor_kind === reader.kind && row.actor_id === reader.id
  const others = everybodys.filter((row) => !isMine(row))
  const line = (row: BriefAttempt) => lineOf(row, isMine(row))
  if (order === '' && words.length === 0) {
    const mine = newestOfEach(own).slice(0, most.own)
    const team = newestOfEach(others).filter((row) => !mine.some((one) => isSameOrder(one, row)))
    return {
      orders: [...mine, ...team.slice(0, most.team)].map((row) => orderOf(line(row))),
      work: own.slice(0, most.work).map(line),
    }
  }
  const matches = [...own, ...others].filter((row) => isSought(row, order, words))
  return {
    orders: order === '' ? [] : await ordersByNumber(store.db, { accounts, seen }, order, line),
    work: matches.slice(0, most.work).map(line),
  }
}

/** PostgreSQL takes no NUL, and no order number has a control character or half a letter in it. */
const readable = (typed: string) =>
  typed
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ')
    .trim()
    .slice(0, longest)

async function ordersByNumber(
  db: Desk['store']['db'],
  { accounts, seen }: { accounts: readonly AccountRow[]; seen: readonly string[] | null },
  prefix: string,
  line: (row: BriefAttempt) => FoundAttempt,
): Promise<readonly FoundOrder[]> {
  const [tried, read] = await Promise.all([
    attemptsByOrderPrefix(db, prefix, most.orders, seen),
    readOrdersByPrefix(db, accounts, prefix, most.orders),
  ])
  const onlyRead = read.filter((row) => !tried.some((one) => isSameOrder(one, row)))
  return [
    ...tried.map((row) => orderOf(line(row))),
    ...onlyRead.map((row) => ({ order: row.order_number, account: accountOf(row), last: null })),
  ]
    .sort(byNumber)
    .slice(0, most.orders)
}

const byNumber = (a: FoundOrder, b: FoundOrder) =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : (b.last?.at ?? 0) - (a.last?.at ?? 0)

interface OrderRow {
  readonly order_number: string
  readonly account_id: string
  readonly account_label: string
}

const isSameOrder = (a: OrderRow, b: OrderRow) =>
  a.order_number === b.order_number && a.account_id === b.account_id

const newestOfEach = (rows: readonly BriefAttempt[]) =>
  rows.filter((row, index) => rows.findIndex((one) => isSameOrder(one, row)) === index)

const accountOf = (row: OrderRow) => ({ id: row.account_id, label: row.account_label })

const orderOf = (last: FoundAttempt): FoundOrder => ({ order: last.order, account: last.account, last })

function isSought(row: BriefAttempt, order: string, words: readonly string[]): boolean {
  const isNumber = row.order_number.startsWith(order) || (row.ticket_id?.startsWith(order) ?? false)
  const kind = row.outcome_kind === null ? 'under way' : row.outcome_kind.replaceAll('-', ' ')
  const text = [
    operationAbout(row.operation)?.title ?? '',
    kind,
    row.order_number,
    row.ticket_id ?? '',
    row.account_label,
    row.actor_name,
  ]
    .join(' ')
    .toLowerCase()
  return isNumber && words.every((word) => text.includes(word))
}

function lineOf(row: BriefAttempt, mine: boolean): FoundAttempt {
  return {
    attempt: row.key,
    operation: row.operation as OperationId,
    order: row.order_number,
    account: accountOf(row),
    ticket: row.ticket_id,
    at: row.intended_at,
    actor: row.actor_name,
    mine,
    kind: row.outcome_kind as OutcomeKind | null,
  }
}
