import 'server-only'
import { accountCredentials } from '#lib/auth/accounts.ts'
import type { ReadAnswer } from '#lib/ca/client.ts'
import type { ReadKind, RequestOf } from '#lib/ca/reads/read.ts'
import { clock } from '#lib/clock.ts'
import { log } from '#lib/log.ts'
import { countRead } from '#lib/metrics/metrics.ts'
import type { AccountRow } from '#lib/store/accounts.ts'
import { endReadTurn, isReadTurnFree, takeReadTurn } from '#lib/store/read-turns.ts'
import type { Desk } from './desk.ts'
import { holdAfterRefusal, loginRefused } from './hold-after-refusal.ts'
import { keepTrying } from './keep-trying.ts'
import type { Actor } from './receipt.ts'
import { isStopping, workBegan, workEnded } from './stopping.ts'
import { findUsableAccount } from './usable-accounts.ts'

/** A read as the CA ended it, or why the CA was not asked at all, in sentences for the person. */
export type Asked<K extends ReadKind> =
  | { readonly is: 'answered'; readonly answer: ReadAnswer<K> }
  | { readonly is: 'not-asked'; readonly why: Why; readonly says: string }

type Why = 'hold' | 'busy' | 'account' | 'stopping' | 'store'

/** Milliseconds to wait for another read of the same account, and between two looks. */
const patience = 20_000
const lookEvery = 250

/**
 * The only door for reads: never while the account is on hold, and never two of one account at one time, whichever server does them
 * (the CA forbids it: “do not make multiple concurrent calls”, CollectSSL). A refused login puts the account on hold, as it does for
 * operations. Whoever calls minds how often. Never throws.
 */
export async function askToRead<K extends ReadKind>(
  desk: Desk,
  asking: {
    readonly actor: Actor
    readonly accountId: string
    readonly order: string | null
    readonly read: RequestOf<K>
  },
): Promise<Asked<K>> {
  const { accountId, actor, order } = asking
  const first = await orNotAsked(() => prepare(desk, actor, accountId))
  if (first.is === 'not-asked') return first
  const holder = `${desk.instanceId} ${crypto.randomUUID()}`
  workBegan(holder)
  try {
    const ready = await orNotAsked(() => whenItsTurn(desk, actor, accountId, holder))
    if (ready.is === 'not-asked') return ready
    const { account, credentials } = ready
    const { baseUrl } = credentials
    const answer = await desk.ca.read<K>({ accountId, baseUrl, credentials, read: asking.read })
    countRead(asking.read.kind, answer)
    if (answer.outcome?.code === loginRefused) await hold(desk, account, actor, order)
    return { is: 'answered', answer }
  } finally {
    await endTurn(desk, accountId, holder)
    workEnded(holder)
  }
}

const notAsked = (why: Why, says: string) => ({ is: 'not-asked', why, says }) as const

type NotAsked = ReturnType<typeof notAsked>
type Ready = {
  readonly is: 'ready'
  readonly account: AccountRow
  readonly credentials: ReturnType<typeof accountCredentials>
}

async function orNotAsked(work: () => Promise<Ready | NotAsked>): Promise<Ready | NotAsked> {
  try {
    return await work()
  } catch (error) {
    log.error({ err: error }, 'the store failed before a read, so the CA was not asked')
    return notAsked('store', 'The history cannot be written just now, so the CA was not asked.')
  }
}

async function whenItsTurn(
  desk: Desk,
  actor: Actor,
  accountId: string,
  holder: string,
): Promise<Ready | NotAsked> {
  if (!(await waitForTurn(desk, accountId, holder)))
    return notAsked('busy', 'Another read of this account is under way, and the CA takes one at a time.')
  // Once more after the wait: the read before may have met a refused login, and repeating that can lock the account.
  return prepare(desk, actor, accountId)
}

/** What has to hold at the moment of asking. */
async function prepare(desk: Desk, actor: Actor, accountId: string): Promise<Ready | NotAsked> {
  if (isStopping()) return notAsked('stopping', 'The server is stopping, so the CA is not asked.')
  const account = await findUsableAccount(desk.store.db, actor, accountId)
  if (account === null) return notAsked('account', 'The account is not known here.')
  if (account.held_at !== null)
    return notAsked('hold', `${account.label} is on hold, so the CA is not asked. ${account.hold_reason}`)
  const credentials = credentialsOf(account)
  if (credentials === null)
    return notAsked('account', 'The account’s password cannot be read here. Ask whoever runs the server.')
  return { is: 'ready', account, credentials }
}

function credentialsOf(account: AccountRow) {
  try {
    return accountCredentials(account)
  } catch (error) {
    log.error({ err: error, account: account.id }, 'an account’s password could not be unsealed')
    return null
  }
}

async function waitForTurn(desk: Desk, accountId: string, holder: string): Promise<boolean> {
  for (let waited = 0; ; waited += lookEvery) {
    if (await takeTurn(desk, accountId, holder)) return true
    if (waited >= patience || isStopping()) return false
    await clock.sleep(lookEvery)
  }
}

async function takeTurn(desk: Desk, accountId: string, holder: string): Promise<boolean> {
  if (!(await isReadTurnFree(desk.store.db, accountId, desk.now()))) return false
  return desk.store.write((tx) => {
    const now = desk.now()
    return takeReadTurn(tx, { accountId, holder, now, until: now + desk.limits.attemptDeadline })
  })
}

/** A turn that cannot be given back runs out by itself. */
async function endTurn(desk: Desk, accountId: string, holder: string): Promise<void> {
  try {
    await desk.store.write((tx) => endReadTurn(tx, { accountId, holder }))
  } catch (error) {
    log.error({ err: error, account: accountId }, 'a turn to read could not be given back')
  }
}

/** Tried again, because without it the next read would send the refused login once more. The turn is kept until then. */
async function hold(desk: Desk, account: AccountRow, actor: Actor, order: string | null): Promise<void> {
  const about = { actor, accountId: account.id, order, attempt: null }
  try {
    await keepTrying(() => desk.store.write((tx) => holdAfterRefusal(tx, { at: desk.now(), ...about })), {
      hold: account.id,
    })
  } catch {
    // Each failure is in the log; what the CA said is told all the same.
  }
}
