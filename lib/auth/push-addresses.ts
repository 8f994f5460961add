import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { clock } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import { findAccount } from '#lib/store/accounts.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import {
  deletePushAddress,
  findPushAddress,
  findPushAddressByHash,
  pushTokenHashes,
  savePushAddress,
} from '#lib/store/push-addresses.ts'
import { asAdministrator } from './as-administrator.ts'
import { failed, type Changed } from './changed.ts'

/** What the token in a push address looks like: 256 random bits. */
const tokenLook = /^[\w-]{43}$/

/**
 * Gives an account an address at which the CA may report, in place of the one it had. The address is answered here once; the store keeps
 * the token's SHA-256, which is enough for 256 random bits. Errors are fields: `account`.
 */
export async function setPushAddress(
  wanted: { account: string },
  by: EventActor,
): Promise<Changed<{ label: string; address: string }>> {
  const token = randomBytes(32).toString('base64url')
  return asAdministrator(by, async (tx) => {
    const account = await findAccount(tx, wanted.account)
    if (account === null) return failed('account', 'There is no such account.')
    const at = clock.now()
    const isReplaced = (await findPushAddress(tx, account.id)) !== null
    await savePushAddress(tx, { account_id: account.id, token_hash: digest(token), created_at: at })
    await appendEvent(tx, {
      at,
      kind: 'account.push-address-set',
      actor: by,
      accountId: account.id,
      body: { replaced: isReplaced },
    })
    return { ok: true, label: account.label, address: `${env().PUBLIC_URL}/push/${token}` }
  })
}

/** Takes an account's push address away, for every server at once. Errors are fields: `account`. */
export async function endPushAddress(
  wanted: { account: string },
  by: EventActor,
): Promise<Changed<{ label: string }>> {
  return asAdministrator(by, async (tx) => {
    const account = await findAccount(tx, wanted.account)
    if (account === null) return failed('account', 'There is no such account.')
    if (!(await deletePushAddress(tx, account.id)))
      return failed('account', 'This account has no push address.')
    const about = { at: clock.now(), actor: by, accountId: account.id }
    await appendEvent(tx, { ...about, kind: 'account.push-address-ended', body: {} })
    return { ok: true, label: account.label }
  })
}

/** The account whose push address has this token, or null. */
export async function accountOfPushToken(token: string): Promise<string | null> {
  if (!tokenLook.test(token)) return null
  const { db } = await store()
  return (await findPushAddressByHash(db, digest(token)))?.account_id ?? null
}

/** Tells right tokens from wrong ones, however many come, as they were at this moment. */
export async function pushTokens(): Promise<(token: string) => boolean> {
  const { db } = await store()
  const hashes = new Set(await pushTokenHashes(db))
  return (token) => hashes.has(digest(token))
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
