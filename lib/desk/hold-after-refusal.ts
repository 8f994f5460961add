import 'server-only'
import type { Transaction } from 'kysely'
import { placeHold } from '#lib/store/accounts.ts'
import { appendEvent, type NewEvent } from '#lib/store/events.ts'
import type { Database } from '#lib/store/schema.ts'

/** `-16`: wrong login, locked account, expired password or blocked address. The CA does not say which. */
export const loginRefused = -16

const reason =
  'The CA refused the login (-16): the login name or password is wrong, the account is locked, the password has expired, or this server’s address is blocked. The CA does not say which.'

/** Stops an account’s sending and reading, because repeating a refused login can lock it. Does nothing when it is stopped already. */
export async function holdAfterRefusal(
  tx: Transaction<Database>,
  about: Omit<NewEvent, 'kind' | 'body' | 'personal' | 'outcomeKind' | 'accountId'> & {
    readonly accountId: string
  },
): Promise<void> {
  const { at, attempt = null } = about
  const placed = await placeHold(tx, about.accountId, { at, reason, attempt })
  if (placed) await appendEvent(tx, { ...about, kind: 'hold.placed', body: { reason } })
}
