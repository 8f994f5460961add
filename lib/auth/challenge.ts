import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import {
  deleteOtherChallenges,
  findChallenge,
  insertChallenge,
  type ChallengeRow,
} from '#lib/store/challenges.ts'
import type { Database } from '#lib/store/schema.ts'

/** What a challenge waits for. `set-up`: a second factor that has to be chosen before the person may work. */
export type ChallengePurpose =
  'second-factor' | 'set-up' | 'passkey-sign-in' | 'passkey-registration' | 'sign-on'

const lifeMs = 10 * 60_000

/** Opens a challenge for ten minutes. What is answered goes into a cookie or a page; only its digest is kept. */
export async function openChallenge(
  tx: Transaction<Database>,
  wanted: { purpose: ChallengePurpose; personId: string | null; data: object; now: number },
): Promise<string> {
  const { purpose, personId, data, now } = wanted
  const id = randomBytes(32).toString('base64url')
  const row = { id_hash: digestOf(id), purpose, person_id: personId, data: JSON.stringify(data) }
  await insertChallenge(tx, { ...row, expires_at: now + lifeMs, tries: 0 }, now)
  return id
}

export function readChallenge(
  db: Kysely<Database> | Transaction<Database>,
  wanted: { id: string; purpose: ChallengePurpose; now: number },
): Promise<ChallengeRow | null> {
  return findChallenge(db, { idHash: digestOf(wanted.id), purpose: wanted.purpose, now: wanted.now })
}

/**
 * Ends a person's half-finished sign-ins where a second factor is set up: they were begun with the password alone, and would still lead to
 * setting one up, or past it. `step` is the sign-in that goes on, or null; false when that is over itself.
 */
export async function endOtherSteps(
  tx: Transaction<Database>,
  { personId, step, now }: { personId: string; step: string | null; now: number },
): Promise<boolean> {
  const own = step === null ? null : await readChallenge(tx, { id: step, purpose: 'set-up', now })
  if (step !== null && own?.person_id !== personId) return false
  await deleteOtherChallenges(tx, personId, own?.id_hash ?? null)
  return true
}

const digestOf = (id: string) => createHash('sha256').update(`challenge ${id}`).digest('hex')
