import 'server-only'
import type { ReadAnswer } from '#lib/ca/client.ts'
import { saveDcvList, type DcvListRow } from '#lib/store/dcv-lists.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { ListQuestion } from './claim-dcv-list.ts'
import type { Desk } from './desk.ts'
import { keptList, sameAddress, type KeptList, type KeptRaw } from './kept-dcv-list.ts'
import type { ReadFailure } from './order-state.ts'

type Kind = 'get-dcv-email-address-list'

/** How asking ended: the answer that counts, and everything the CA said on the way. */
export interface ListEnd {
  readonly answer: ReadAnswer<Kind>
  readonly raw: KeptRaw
}

/** Writes down the list that the CA told, and which addresses of the list before it has no more. */
export async function keepList(
  desk: Desk,
  { actor, account, order, domain }: ListQuestion,
  before: DcvListRow | null,
  { answer: { reply }, raw }: ListEnd,
): Promise<DcvListRow> {
  if (reply === null) throw new Error('a read without a reply tells no list')
  const { addresses } = reply
  const list: KeptList = { addresses, gone: goneFrom(keptList(before), addresses) }
  const now = desk.now()
  const row: DcvListRow = {
    account_id: account,
    domain,
    tried_at: now,
    read_at: now,
    addresses: JSON.stringify(list),
    raw: JSON.stringify(raw),
    failure: null,
  }
  await desk.store.write(async (tx) => {
    await saveDcvList(tx, row)
    await appendEvent(tx, {
      at: now,
      kind: 'dcv-list.read',
      actor,
      accountId: account,
      order,
      body: {
        domain,
        count: addresses.length,
        kinds: [...new Set(addresses.map(({ kind }) => kind))],
        code: 0,
      },
      personal: { addresses: addresses.map(({ address }) => address), raw },
    })
  })
  return row
}

const mostGone = 100

function goneFrom(before: KeptList | null, now: KeptList['addresses']): string[] {
  const earlier = [...(before?.addresses.map(({ address }) => address) ?? []), ...(before?.gone ?? [])]
  const gone = earlier.filter((one) => !now.some(({ address }) => sameAddress(address, one)))
  return [...new Set(gone.map((address) => address.toLowerCase()))].slice(0, mostGone)
}

/** Writes down why a read told nothing. The list from before stays; a read that never reached the CA may be tried again at once. */
export async function keepListFailure(
  desk: Desk,
  { actor, account, order, domain }: ListQuestion,
  before: DcvListRow | null,
  { answer: { outcome, certainty }, raw }: ListEnd,
): Promise<DcvListRow> {
  if (outcome === null) throw new Error('a read that has a reply did not fail')
  const at = desk.now()
  const { code, title, explanation, nextStep, message } = outcome
  const words = message === null ? explanation : `${explanation} The CA’s own words: “${message}”`
  const failure: ReadFailure = {
    at,
    code,
    title,
    explanation: words,
    nextStep,
    raw: raw.map(({ text }) => text).join('\n\n') || null,
  }
  const row: DcvListRow = {
    account_id: account,
    domain,
    tried_at: certainty === 'not-sent' ? (before?.tried_at ?? 0) : at,
    read_at: before?.read_at ?? null,
    addresses: before?.addresses ?? null,
    raw: before?.raw ?? null,
    failure: JSON.stringify(failure),
  }
  await desk.store.write(async (tx) => {
    await saveDcvList(tx, row)
    await appendEvent(tx, {
      at,
      kind: 'dcv-list.not-read',
      actor,
      accountId: account,
      order,
      body: { domain, code, certainty },
      personal: { title, explanation: words, raw },
    })
  })
  return row
}
