import 'server-only'
import type { Kysely, Transaction } from 'kysely'
import { readRules } from '#lib/desk/rules.ts'
import type { Database } from '#lib/store/schema.ts'
import { countRecoveryCodes, findTotp, passkeysOf } from '#lib/store/second-factors.ts'

type Reader = Kysely<Database> | Transaction<Database>

export interface SecondFactors {
  readonly totp: boolean
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly createdAt: number
    readonly usedAt: number | null
  }[]
  /** Recovery codes that are left. They help only beside one of the others. */
  readonly recoveryCodes: number
}

/** What a person can show beside the password. */
export async function secondFactorsOf(db: Reader, personId: string): Promise<SecondFactors> {
  const totp = await findTotp(db, personId)
  const passkeys = await passkeysOf(db, personId)
  return {
    totp: totp !== null && totp.confirmed_at !== null,
    passkeys: passkeys.map(({ id, name, created_at, used_at }) => ({
      id,
      name,
      createdAt: created_at,
      usedAt: used_at,
    })),
    recoveryCodes: await countRecoveryCodes(db, personId),
  }
}

export const hasSecondFactor = ({ totp, passkeys }: SecondFactors): boolean => totp || passkeys.length > 0

export async function isSecondFactorRequired(
  db: Reader,
  person: { readonly role: string; readonly second_factor_required_at: number | null },
): Promise<boolean> {
  if (person.second_factor_required_at !== null) return true
  return (await readRules(db)).secondFactorRoles.some((role) => role === person.role)
}
