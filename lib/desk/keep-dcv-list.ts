import 'server-only'
import type { ReadAnswer } from '#lib/ca/client.ts'
import { dropDcvList, endListRead, type DcvListRow } from '#lib/store/dcv-lists.ts'
import { appendEvent, type NewEvent } from '#lib/store/events.ts'
import type { ListClaimed, ListQuestion } from './claim-dcv-list.ts'
import type { Desk } from './desk.ts'
import { keepTrying } from './keep-trying.ts'
import { keptList, sameAddress, type KeptList, type KeptRaw } from './kept-dcv-list.ts'
import { failureOf } from './read-failure.ts'

type Kind = 'get-dcv-email-address-list'

/** How asking ended: the answer that counts, and everything the CA said on the way. */
export interface ListEnd {
  readonly answer: ReadAnswer<Kind>
  readonly raw: KeptRaw
}

/** Writes down the list that the CA told, and which addresses of the list before it has no more. */
export async function keepList(
  desk: Desk,
  question: ListQuestion,
  { before, at: claimedAt }: ListClaimed,
  { answer: { reply }, raw }: ListEnd,
): Promise<DcvListRow> {
  if (reply === null) throw new Error('a read without a reply tells no list')
  const { addresses } = reply
  const list: KeptList = { addresses, gone: goneFrom(keptList(before), addresses) }
  const now = desk.now()
  const end = {
    tried_at: now,
    read_at: now,
    addresses: JSON.stringify(list),
    raw: JSON.stringify(raw),
    failure: null,
  }
  const body = { count: addresses.length, kinds: [...new Set(addresses.map(({ kind }) => kind))], code: 0 }
  const personal = { addresses: addresses.map(({ address }) => address), raw }
  await write(desk, question, claimedAt, end, { kind: 'dcv-list.read', body, personal })
  return { account_id: question.account, domain: question.domain, ...end }
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
  question: ListQuestion,
  { before, at: claimedAt }: ListClaimed,
  { answer: { outcome, certainty }, raw }: ListEnd,
): Promise<DcvListRow> {
  if (outcome === null) throw new Error('a read that has a reply did not fail')
  const at = desk.now()
  const failure = failureOf(outcome, raw.map(({ text }) => text).join('\n\n') || null, at)
  const { code, title, explanation } = failure
  const end = {
    tried_at: certainty === 'not-sent' ? (before?.tried_at ?? 0) : at,
    failure: JSON.stringify(failure),
  }
  const body = { code, certainty }
  const personal = { title, explanation, raw }
  await write(desk, question, claimedAt, end, { kind: 'dcv-list.not-read', body, personal })
  const kept = before ?? { read_at: null, addresses: null, raw: null }
  return { ...kept, account_id: question.account, domain: question.domain, ...end }
}

/** Nobody was asked, so the place is as if nobody had tried. */
export async function giveListBack(
  desk: Desk,
  { account, domain }: ListQuestion,
  { before, at }: ListClaimed,
): Promise<void> {
  const claim = { accountId: account, domain, at }
  const give = () =>
    desk.store.write((tx) =>
      before === null
        ? dropDcvList(tx, claim)
        : endListRead(tx, claim, { tried_at: before.tried_at, failure: before.failure }),
    )
  await keepTrying(give, { domain })
}

const write = (
  desk: Desk,
  { actor, account, order, domain }: ListQuestion,
  at: number,
  end: Parameters<typeof endListRead>[2],
  { kind, body, personal }: Pick<NewEvent, 'kind' | 'body' | 'personal'>,
): Promise<void> =>
  keepTrying(
    () =>
      desk.store.write(async (tx) => {
        await endListRead(tx, { accountId: account, domain, at }, end)
        const about = { at: desk.now(), actor, accountId: account, order }
        await appendEvent(tx, { ...about, kind, body: { domain, ...body }, personal })
      }),
    { domain },
  )
