import 'server-only'
import { createHash, randomInt } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '#lib/store/schema.ts'
import { replaceRecoveryCodes, useRecoveryCode as markCodeUsed } from '#lib/store/second-factors.ts'

const howMany = 10

/** Digits and letters that nobody takes for one another; 24 of them are 117 bits, so that a plain digest keeps them well (ASVS 6.5.2). */
const signs = '23456789abcdefghjkmnpqrstvwxyz'

/** Makes ten new recovery codes in the place of all earlier ones. They are shown once; their digests are kept. */
export async function renewRecoveryCodes(tx: Transaction<Database>, personId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode)
  await replaceRecoveryCodes(
    tx,
    personId,
    codes.map((code) => digestOf(personId, code)),
  )
  return codes
}

/** Takes a recovery code as it was typed, with or without dashes. Each counts once. */
export function takeRecoveryCode(
  tx: Transaction<Database>,
  given: { personId: string; code: string; now: number },
): Promise<boolean> {
  const { personId, now } = given
  return markCodeUsed(tx, { personId, hash: digestOf(personId, given.code), at: now })
}

function newCode(): string {
  const text = Array.from({ length: 24 }, () => signs[randomInt(signs.length)]).join('')
  return text.replaceAll(/(.{4})(?=.)/g, '$1-')
}

const digestOf = (personId: string, code: string) =>
  createHash('sha256')
    .update(
      `recovery ${personId} ${code
        .slice(0, 100)
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '')}`,
    )
    .digest('hex')
