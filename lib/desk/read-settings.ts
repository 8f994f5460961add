import 'server-only'
import { atLeast } from '#lib/auth/roles.ts'
import { logRefused } from '#lib/auth/security-log.ts'
import { env } from '#lib/env.ts'
import { listPeople } from '#lib/store/people.ts'
import type { CallingHours } from '#lib/time/calling-hours.ts'
import { readCallingHours } from './calling-hours.ts'
import type { Desk } from './desk.ts'
import type { Actor } from './receipt.ts'
import { readRules, type Rules } from './rules.ts'

/** What a settings screen reads: nothing for whoever may not, and never a secret. */
export type ForAdministrators<T> = T | 'forbidden'

/** Whether this reader may see and change the settings. Only people: a token has no screens. */
export function maySetThings(reader: Actor): boolean {
  return reader.kind === 'person' && atLeast(reader.role, 'administrator')
}

/** The same where the settings are read: a refusal is a line of the log. */
export function mayReadSettings(reader: Actor): boolean {
  if (maySetThings(reader)) return true
  logRefused(reader, 'read the settings')
  return false
}

/** The names of those who may change the settings, for those who may not and have to ask one of them. */
export async function administratorNames({ store }: Pick<Desk, 'store'>): Promise<readonly string[]> {
  const people = await listPeople(store.db)
  return people
    .filter(({ role, disabled_at }) => role === 'administrator' && disabled_at === null)
    .map(({ name }) => name)
}

export interface RulesView {
  readonly rules: Rules
  readonly hours: CallingHours
  /** What holds where a rule is left empty, by the server's configuration. Minutes. */
  readonly server: {
    readonly coolDown: number
    readonly sessionIdle: number
    readonly session: number
  }
}

/** The rules as the settings show them, beside what the server's own configuration says. */
export async function readRulesSettings(
  { store }: Pick<Desk, 'store'>,
  reader: Actor,
): Promise<ForAdministrators<RulesView>> {
  if (!mayReadSettings(reader)) return 'forbidden'
  const { DUPLICATE_WINDOW_MINUTES, SESSION_IDLE_MINUTES, SESSION_HOURS } = env()
  return {
    rules: await readRules(store.db),
    hours: await readCallingHours(store.db),
    server: {
      coolDown: DUPLICATE_WINDOW_MINUTES,
      sessionIdle: SESSION_IDLE_MINUTES,
      session: SESSION_HOURS * 60,
    },
  }
}
