import 'server-only'
import { log } from '#lib/log.ts'
import { findAttempt } from '#lib/store/attempts.ts'
import { findDcvLists, findListsBelow, type DcvListRow } from '#lib/store/dcv-lists.ts'
import { guardNew, type Intent } from './admit.ts'
import type { DcvListRead } from './dcv-list.ts'
import type { Desk } from './desk.ts'
import { domainsAskedFor, isFresh, keptList, sameAddress } from './kept-dcv-list.ts'
import { domainsOfOrder } from './kept-order-state.ts'
import * as notSent from './not-sent.ts'
import { readDcvList } from './read-dcv-list.ts'
import type { Stopped } from './receipt.ts'

/**
 * Sees to it that a domain control e-mail goes only to an address from a list that is younger than 24 hours, because the CA refuses an older
 * one: reads the lists that are older again, one by one, until one has it, unless a guard would stop the attempt anyway. Null lets the attempt
 * go on. An address that is on no list we have goes on as well, because only the CA knows. Never throws.
 *
 * @see the CA's “Resend DCV Email”, `dcvEmailAddress`
 */
export async function freshDcvAddress(desk: Desk, intent: Intent): Promise<Stopped | null> {
  const address = intent.input.dcvEmailAddress
  if (address === undefined) return null
  try {
    // A repeat gets its receipt, and a hold is said by the guards behind this one.
    if (intent.account.held_at !== null || (await findAttempt(desk.store.db, intent.key)) !== null)
      return null
    const lists = await listsThatName(desk, intent, address)
    const now = desk.now()
    if (lists.some((row) => isFresh(row, now) && has(row, address))) return null
    const stale = lists
      .filter((row) => !isFresh(row, now))
      .toSorted((a, b) => Number(has(b, address)) - Number(has(a, address)) || b.tried_at - a.tried_at)
    if (stale.length > 0) {
      const passed = await desk.store.write((tx) => guardNew(tx, desk, intent))
      return passed.ok ? await readAgain(desk, intent, stale, address) : passed.stopped
    }
    const [fresh] = lists
    return fresh === undefined ? null : notSent.dcvAddressGone(fresh.domain, address, addressesOf(fresh))
  } catch (error) {
    log.error({ err: error }, 'the lists of addresses could not be read before an attempt')
    return notSent.historyUnavailable()
  }
}

const addressesOf = (row: DcvListRow): string[] =>
  keptList(row)?.addresses.map(({ address }) => address) ?? []
const has = (row: DcvListRow, address: string) => addressesOf(row).some((one) => sameAddress(one, address))
const had = (row: DcvListRow, address: string) =>
  keptList(row)?.gone.some((one) => sameAddress(one, address)) === true

/** The account's lists that have the address, or had it before: of the order's domains, and of any domain at, above or below the address's. */
async function listsThatName(desk: Desk, { account, order }: Intent, address: string): Promise<DcvListRow[]> {
  const { db } = desk.store
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const labels = domain.split('.')
  const above = labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'))
  const domains = [
    ...(await domainsOfOrder(db, account.id, order)).map(({ name }) => name.toLowerCase()).slice(0, 500),
    ...(await domainsAskedFor(db, account.id, order)),
    ...above.flatMap((one) => [one, `*.${one}`]),
  ]
  const rows = [
    ...(await findDcvLists(db, account.id, [...new Set(domains)])),
    ...(await findListsBelow(db, account.id, domain)),
  ]
  const unique = new Map(rows.map((row) => [row.domain, row]))
  return [...unique.values()].filter((row) => has(row, address) || had(row, address))
}

/** Each read costs the CA one, and an agency's address may be on the lists of hundreds of domains. */
const mostReads = 5

/** Which of the order's domains the e-mail is for is in no field of the CA's, so the address counts when any of its lists has it. */
async function readAgain(
  desk: Desk,
  intent: Intent,
  stale: readonly DcvListRow[],
  address: string,
): Promise<Stopped | null> {
  const { actor, account, order } = intent
  let gone: Stopped | null = null
  for (const { domain } of stale.slice(0, mostReads)) {
    const result = await readDcvList(desk, { actor, account: account.id, order, domain })
    const why = failureOf(desk, result)
    if (why !== null) return notSent.dcvListUnread(domain, why, why.retryAfterSeconds)
    const accepted = result.is === 'not-read' ? [] : (result.list.addresses ?? []).map((one) => one.address)
    if (accepted.some((one) => sameAddress(one, address))) return null
    gone ??= notSent.dcvAddressGone(domain, address, accepted)
  }
  return gone
}

interface Why {
  readonly explanation: string
  readonly nextStep: string
  readonly retryAfterSeconds: number | null
}

/** Why there is no fresh list even now; null when there is. */
function failureOf(desk: Desk, result: DcvListRead): Why | null {
  if (result.is === 'not-read')
    return { explanation: result.message, nextStep: 'Try again a little later.', retryAfterSeconds: null }
  const { failure, freshUntil } = result.list
  if (failure === null && freshUntil !== null && desk.now() < freshUntil) return null
  const wait = result.is === 'kept' ? Math.ceil((result.nextAt - desk.now()) / 1000) : 60
  return {
    explanation: failure?.explanation ?? 'The list is still the old one.',
    nextStep: failure?.nextStep ?? 'Try again in a minute.',
    retryAfterSeconds: wait > 0 ? wait : null,
  }
}
