import 'server-only'
import { peopleOfAccount } from '#lib/store/account-people.ts'
import { accountFacts, lastPasswordSet, type AccountFacts } from '#lib/store/account-facts.ts'
import { findAccount, listAccounts, type AccountRow } from '#lib/store/accounts.ts'
import { listPeople } from '#lib/store/people.ts'
import { findPushAddress } from '#lib/store/push-addresses.ts'
import { templatesOf } from '#lib/store/templates.ts'
import { accountChoice } from './account-choice.ts'
import type { Desk } from './desk.ts'
import { mayReadSettings, type ForAdministrators } from './read-settings.ts'
import type { Actor } from './receipt.ts'
import type { AccountChoice } from './views.ts'

export interface AccountLine extends AccountChoice {
  readonly loginName: string
  readonly baseUrl: string
  /** How many people may use it beside administrators; null when everybody may. */
  readonly restrictedTo: number | null
  readonly templates: number
  readonly hasPushAddress: boolean
}

export interface AccountView {
  readonly account: AccountLine
  /** Who entered the password, and when; null where the history does not say. */
  readonly passwordSet: { readonly at: number; readonly by: string } | null
  /** Those it is limited to, by id; null when everybody may use it. */
  readonly chosen: readonly string[] | null
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly isDisabled: boolean
    /** May use every account in any case. */
    readonly isAdministrator: boolean
  }[]
  readonly templates: readonly { readonly id: number; readonly name: string }[]
  readonly pushSince: number | null
}

type Reading = Pick<Desk, 'store'>

/** The accounts by label, without what signs their requests. */
export async function readAccountsSettings(
  { store: { db } }: Reading,
  reader: Actor,
): Promise<ForAdministrators<readonly AccountLine[]>> {
  if (!mayReadSettings(reader)) return 'forbidden'
  const [rows, facts] = await Promise.all([listAccounts(db), accountFacts(db)])
  return rows.map((row) => lineOf(row, facts))
}

/** One account with what an administrator may change; null when there is no such account. */
export async function readAccountSettings(
  { store: { db } }: Reading,
  reader: Actor,
  id: string,
): Promise<ForAdministrators<AccountView | null>> {
  if (!mayReadSettings(reader)) return 'forbidden'
  const row = /^[\w-]{1,64}$/.test(id) ? await findAccount(db, id) : null
  if (row === null || row.id !== id) return null
  const [facts, set, chosen, people, templates, push] = await Promise.all([
    accountFacts(db),
    lastPasswordSet(db, id),
    peopleOfAccount(db, id),
    listPeople(db),
    templatesOf(db, id),
    findPushAddress(db, id),
  ])
  return {
    account: lineOf(row, facts),
    passwordSet: set && { at: set.at, by: set.actor_name },
    chosen: row.restricted_at === null ? null : chosen,
    people: people
      .filter((person) => person.disabled_at === null || chosen.includes(person.id))
      .map(({ id, name, email, role, disabled_at }) => ({
        id,
        name,
        email,
        isDisabled: disabled_at !== null,
        isAdministrator: role === 'administrator',
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    templates: templates.map(({ template_id, name }) => ({ id: template_id, name })),
    pushSince: push?.created_at ?? null,
  }
}

function lineOf(row: AccountRow, { templates, people, pushed }: AccountFacts): AccountLine {
  return {
    ...accountChoice(row),
    loginName: row.login_name,
    baseUrl: row.base_url,
    restrictedTo: row.restricted_at === null ? null : (people.get(row.id) ?? 0),
    templates: templates.get(row.id) ?? 0,
    hasPushAddress: pushed.has(row.id),
  }
}
