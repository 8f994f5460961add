import 'server-only'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { mayDo } from '#lib/auth/security-log.ts'
import { operationIds } from '#lib/ca/operation.ts'
import { log } from '#lib/log.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { Database } from '#lib/store/schema.ts'
import { readSetting, saveSetting } from '#lib/store/settings.ts'
import { isStillAllowed } from './still-allowed.ts'
import type { Desk } from './desk.ts'
import { roles, type Actor, type FieldError } from './receipt.ts'

type Reader = Kysely<Database> | Transaction<Database>

const name = 'rules'

const minutes = (most: number) =>
  z.int('Enter a whole number.').min(0, 'Enter 0 or more.').max(most, `Enter ${most} or less.`)

/** What administrators set for everybody, beside calling hours. */
export const rulesSchema = z.strictObject({
  /** Minutes in which the same operation on the same order counts as a duplicate; an operation that is left out has the server's. */
  coolDowns: z.partialRecord(z.enum(operationIds), minutes(1440)),
  /** Whether contact changes wait for a second person. */
  secondPerson: z.boolean(),
  /** How long they wait, in hours. */
  approvalHours: z.int('Enter a whole number.').min(1, 'Enter 1 or more.').max(168, 'Enter 168 or less.'),
  /** The roles that may not work without a second factor. */
  secondFactorRoles: z.array(z.enum(roles)),
  /** Sessions may be made shorter than the server's own limits, in minutes; null leaves those. */
  sessionIdleMinutes: z.nullable(minutes(1440).min(1, 'Enter 1 or more.')),
  sessionMinutes: z.nullable(minutes(10_080).min(1, 'Enter 1 or more.')),
})
export type Rules = z.infer<typeof rulesSchema>

export const defaultRules: Rules = {
  coolDowns: {},
  secondPerson: false,
  approvalHours: 24,
  secondFactorRoles: [],
  sessionIdleMinutes: null,
  sessionMinutes: null,
}

/** The rules in force. What is not set, or not readable any more, is as it comes. */
export async function readRules(db: Reader): Promise<Rules> {
  const saved = z.record(z.string(), z.unknown()).safeParse(await readSetting(db, name))
  if (!saved.success) return defaultRules
  // Each for itself: one that cannot be read any more must not switch the others off.
  const read = Object.entries(rulesSchema.shape).flatMap(([key, schema]) => {
    if (!Object.hasOwn(saved.data, key)) return []
    const parsed = schema.safeParse(saved.data[key])
    if (!parsed.success) log.error({ rule: key }, 'a rule cannot be read and is as it comes')
    return parsed.success ? [[key, parsed.data]] : []
  })
  return { ...defaultRules, ...(Object.fromEntries(read) as Partial<Rules>) }
}

export type RulesSaved =
  { readonly ok: true } | { readonly ok: false; readonly errors: readonly FieldError[] }

/**
 * Sets the given rules for everybody, on every server; the others stay, whoever changes them in the same moment. Administrators only. The
 * history keeps what changed, before and after.
 */
export function saveRules(desk: Desk, wanted: { actor: Actor; rules: unknown }): Promise<RulesSaved> {
  const failed = (field: string, message: string): RulesSaved => ({ ok: false, errors: [{ field, message }] })
  if (!mayDo(wanted.actor, 'administrator', 'change the rules'))
    return Promise.resolve(failed('form', 'Only an administrator may change the rules.'))
  const parsed = rulesSchema.partial().safeParse(wanted.rules)
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({
      field: path.join('.') || 'form',
      message,
    }))
    return Promise.resolve({ ok: false, errors })
  }
  return desk.store.write(async (tx) => {
    if (!(await isStillAllowed(tx, wanted.actor))) return failed('form', 'Your access was ended.')
    const before = await readRules(tx)
    const after = { ...before, ...parsed.data }
    const changed = (Object.keys(after) as (keyof Rules)[]).filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    )
    if (changed.length === 0) return failed('form', 'Nothing would change.')
    const at = desk.now()
    await saveSetting(tx, { name, value: after, at })
    const of = (rules: Rules) => Object.fromEntries(changed.map((key) => [key, rules[key]]))
    const body = { before: of(before), after: of(after) }
    await appendEvent(tx, { at, kind: 'rules.changed', actor: wanted.actor, body })
    return { ok: true }
  })
}
