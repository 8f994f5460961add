import 'server-only'
import type { Kysely } from 'kysely'
import type { DcvAddress } from '#lib/ca/reads/get-dcv-email-address-list/reply.ts'
import { usable } from '#lib/ca/reads/get-dcv-email-address-list/usable.ts'
import { dcvListLifeHours } from '#lib/ca/rule-clock.ts'
import { findDcvLists, listEventsOfOrder, type DcvListRow } from '#lib/store/dcv-lists.ts'
import type { Database } from '#lib/store/schema.ts'
import type { DcvChoice, DcvListView } from './dcv-list.ts'
import { domainsOfOrder } from './kept-order-state.ts'
import type { ReadFailure } from './order-state.ts'
import { notEnded } from './read-failure.ts'

/** A list as it is kept in `dcv_list.addresses`. */
export interface KeptList {
  readonly addresses: readonly DcvAddress[]
  /** What earlier lists had and this one has no more, so that nobody sends there by accident. */
  readonly gone: readonly string[]
}

export type KeptRaw = DcvListView['raw']

/** Milliseconds for which the CA takes an address from a list. */
export const listLife = dcvListLifeHours * 3_600_000

export const keptList = (row: DcvListRow | null): KeptList | null =>
  row?.addresses == null ? null : (JSON.parse(row.addresses) as KeptList)

export const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

export const isFresh = (row: DcvListRow, now: number): boolean =>
  row.read_at !== null && now < row.read_at + listLife

/** Someone asked and has not written the end down yet. `longest` is the milliseconds that this can take. */
export const isUnderWay = (row: DcvListRow | null, now: number, longest: number): boolean =>
  row !== null && isOpen(row) && now < row.tried_at + longest

const isOpen = (row: DcvListRow): boolean => row.failure === null && (row.read_at ?? -1) < row.tried_at

/** What the screens show of a list; `now` in epoch milliseconds decides which rules have ended an address. */
export function dcvListView(row: DcvListRow, ofOrder: DcvListView['ofOrder'], now: number): DcvListView {
  const kept = keptList(row)
  return {
    domain: row.domain,
    ofOrder,
    readAt: row.read_at,
    freshUntil: row.read_at === null ? null : row.read_at + listLife,
    addresses: kept && choicesOf(kept.addresses, now),
    gone: kept?.gone ?? [],
    failure: failureOf(row),
    raw: row.raw === null ? [] : (JSON.parse(row.raw) as KeptRaw),
  }
}

function failureOf(row: DcvListRow): ReadFailure | null {
  if (row.failure !== null) return JSON.parse(row.failure) as ReadFailure
  return isOpen(row) ? notEnded(row.tried_at, 'Fetch the list again in a minute.') : null
}

const best = { usable: 0, 'not-known': 1, 'not-usable': 2 } as const

/** The CA may name an address twice, once from WHOIS and once as a fixed name: it counts as what makes it usable. */
function choicesOf(addresses: readonly DcvAddress[], now: number): DcvChoice[] {
  const choices = new Map<string, DcvChoice>()
  for (const { address, kind } of addresses) {
    const { state, says } = usable(kind, now)
    const before = choices.get(address.toLowerCase())
    if (before === undefined || best[state] < best[before.usable])
      choices.set(address.toLowerCase(), { address, kind, usable: state, says })
  }
  return [...choices.values()]
}

/** More domains than anybody picks from by eye; the others can be asked for by name. */
const most = 500

/** The lists of the order's domains, as far as they are known, and those fetched for this order; a domain without a list has an empty place. */
export async function dcvListsOfOrder(
  db: Kysely<Database>,
  accountId: string,
  order: string,
  now: number,
): Promise<DcvListView[]> {
  const controls = (await domainsOfOrder(db, accountId, order)).slice(0, most)
  const known = new Map(controls.map((control) => [control.name.toLowerCase(), control]))
  const domains = new Set([...known.keys(), ...(await domainsAskedFor(db, accountId, order))])
  const rows = await findDcvLists(db, accountId, [...domains])
  return [...domains].map((domain) => {
    const control = known.get(domain)
    const ofOrder = control
      ? { method: control.method, status: control.status, emailAddress: control.emailAddress }
      : null
    const row = rows.find((one) => one.domain === domain)
    return row === undefined ? noList(domain, ofOrder) : dcvListView(row, ofOrder, now)
  })
}

/** The domains whose lists were fetched for an order, by its history. */
export async function domainsAskedFor(
  db: Kysely<Database>,
  accountId: string,
  order: string,
): Promise<string[]> {
  const events = await listEventsOfOrder(db, accountId, order, 100)
  const domains = events.map(({ body }) => (JSON.parse(body) as { domain?: unknown }).domain)
  return [...new Set(domains.filter((domain) => typeof domain === 'string'))]
}

const noList = (domain: string, ofOrder: DcvListView['ofOrder']): DcvListView => ({
  domain,
  ofOrder,
  readAt: null,
  freshUntil: null,
  addresses: null,
  gone: [],
  failure: null,
  raw: [],
})
