import 'server-only'
import { randomUUID } from 'node:crypto'
import { checkBaseUrl, defaultBaseUrl } from '#lib/ca/base-url.ts'
import { clock } from '#lib/clock.ts'
import {
  changeAccountRow,
  findAccount,
  insertAccount,
  listAccounts as readAccounts,
  replaceSealedPassword,
  type AccountRow,
} from '#lib/store/accounts.ts'
import { deleteTemplate } from '#lib/store/account-facts.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import { saveTemplate } from '#lib/store/templates.ts'
import { asAdministrator } from './as-administrator.ts'
import { checkName, failed, type Changed } from './changed.ts'
import { seal, unseal } from './vault.ts'

export interface AccountCredentials {
  readonly loginName: string
  readonly loginPassword: string
  readonly baseUrl: string
}

export interface AccountSettings {
  readonly id: string
  readonly label: string
  readonly loginName: string
  readonly baseUrl: string
  readonly heldAt: number | null
  readonly holdReason: string | null
}

/** What a request to the CA is signed with: the only place that unseals. Throws when the vault key is another. */
export function accountCredentials(account: AccountRow): AccountCredentials {
  return {
    loginName: account.login_name,
    loginPassword: unseal(account.password_sealed, account.id),
    baseUrl: account.base_url,
  }
}

/** Adds an account at the CA. Errors are fields: `label`, `loginName`, `password`, `baseUrl`. */
export async function addAccount(
  wanted: { label: string; loginName: string; password: string; baseUrl?: string },
  by: EventActor,
): Promise<Changed<{ id: string }>> {
  const { label, loginName, password } = wanted
  const labelProblem = checkLabel(label)
  if (labelProblem !== null) return failed('label', labelProblem)
  const loginProblem = checkName(loginName, 64)
  if (loginProblem !== null) return failed('loginName', loginProblem)
  const passwordProblem = checkLoginPassword(password)
  if (passwordProblem !== null) return failed('password', passwordProblem)
  const base = checkBaseUrl(wanted.baseUrl ?? defaultBaseUrl)
  if (!base.ok) return failed('baseUrl', base.message)
  const id = randomUUID()
  const row: AccountRow = {
    id,
    label,
    login_name: loginName,
    password_sealed: seal(password, id),
    base_url: base.url,
    created_at: clock.now(),
    held_at: null,
    hold_reason: null,
    hold_attempt: null,
    restricted_at: null,
  }
  return asAdministrator(by, async (tx) => {
    if ((await findAccount(tx, label)) !== null)
      return failed('label', 'There is an account with this label.')
    await insertAccount(tx, row)
    const body = { label, loginName, baseUrl: base.url }
    await appendEvent(tx, { at: row.created_at, kind: 'account.added', actor: by, accountId: id, body })
    return { ok: true, id }
  })
}

/**
 * Corrects an account's label, login name or base URL; what is left out stays, and so do the password and a hold. The history keeps what
 * each was before. Errors are fields: `account`, `label`, `loginName`, `baseUrl`.
 */
export async function changeAccount(
  wanted: { account: string; label?: string; loginName?: string; baseUrl?: string },
  by: EventActor,
): Promise<Changed<{ label: string; isHeld: boolean }>> {
  const labelProblem = wanted.label === undefined ? null : checkLabel(wanted.label)
  if (labelProblem !== null) return failed('label', labelProblem)
  const loginProblem = wanted.loginName === undefined ? null : checkName(wanted.loginName, 64)
  if (loginProblem !== null) return failed('loginName', loginProblem)
  const base = wanted.baseUrl === undefined ? null : checkBaseUrl(wanted.baseUrl)
  if (base?.ok === false) return failed('baseUrl', base.message)
  return asAdministrator(by, async (tx) => {
    const account = await findAccount(tx, wanted.account)
    if (account === null) return failed('account', 'There is no such account.')
    const before = { label: account.label, loginName: account.login_name, baseUrl: account.base_url }
    const after = {
      label: wanted.label ?? before.label,
      loginName: wanted.loginName ?? before.loginName,
      baseUrl: base?.url ?? before.baseUrl,
    }
    if (JSON.stringify(after) === JSON.stringify(before))
      return failed('account', 'Nothing would change: name another label, login name or base URL.')
    const namesake = await findAccount(tx, after.label)
    if (namesake !== null && namesake.id !== account.id)
      return failed('label', 'There is an account with this label.')
    const { label, loginName: login_name, baseUrl: base_url } = after
    await changeAccountRow(tx, account.id, { label, login_name, base_url })
    const about = { at: clock.now(), actor: by, accountId: account.id }
    await appendEvent(tx, { ...about, kind: 'account.changed', body: { before, after } })
    return { ok: true, label, isHeld: account.held_at !== null }
  })
}

/** Replaces the password that is sent to the CA, for every server at once. A hold stays until somebody lifts it. */
export async function setAccountPassword(
  wanted: { account: string; password: string },
  by: EventActor,
): Promise<Changed<{ label: string; isHeld: boolean }>> {
  const problem = checkLoginPassword(wanted.password)
  if (problem !== null) return failed('password', problem)
  return asAdministrator(by, async (tx) => {
    const account = await findAccount(tx, wanted.account)
    if (account === null) return failed('account', 'There is no such account.')
    await replaceSealedPassword(tx, account.id, seal(wanted.password, account.id))
    const about = { at: clock.now(), actor: by, accountId: account.id }
    await appendEvent(tx, { ...about, kind: 'account.password-set', body: {} })
    return { ok: true, label: account.label, isHeld: account.held_at !== null }
  })
}

/** The accounts as whoever runs the server sees them: without passwords. */
export async function listAccounts(): Promise<AccountSettings[]> {
  const { db } = await store()
  return (await readAccounts(db)).map((row) => ({
    id: row.id,
    label: row.label,
    loginName: row.login_name,
    baseUrl: row.base_url,
    heldAt: row.held_at,
    holdReason: row.hold_reason,
  }))
}

/** Names a DCV template of an account, so that people choose it by name. Errors are fields: `account`, `id`, `name`. */
export async function addTemplate(
  wanted: { account: string; id: number; name: string },
  by: EventActor,
): Promise<Changed> {
  const nameProblem = checkName(wanted.name)
  if (nameProblem !== null) return failed('name', nameProblem)
  if (!Number.isSafeInteger(wanted.id) || wanted.id < 1)
    return failed('id', 'The id is a whole number of 1 or more.')
  return asAdministrator(by, async (tx) => {
    const account = await findAccount(tx, wanted.account)
    if (account === null) return failed('account', 'There is no such account.')
    await saveTemplate(tx, { account_id: account.id, template_id: wanted.id, name: wanted.name })
    const about = { at: clock.now(), actor: by, accountId: account.id }
    await appendEvent(tx, {
      ...about,
      kind: 'template.named',
      body: { template: wanted.id, name: wanted.name },
    })
    return { ok: true }
  })
}

/** Takes a DCV template's name away; the template itself is the CA's and stays there. Errors are fields: `account`, `id`. */
export async function removeTemplate(
  wanted: { account: string; id: number },
  by: EventActor,
): Promise<Changed<{ name: string }>> {
  return asAdministrator(by, async (tx) => {
    const account = await findAccount(tx, wanted.account)
    if (account === null) return failed('account', 'There is no such account.')
    const name = await deleteTemplate(tx, account.id, wanted.id)
    if (name === null) return failed('id', 'There is no such template any more.')
    const about = { at: clock.now(), actor: by, accountId: account.id }
    await appendEvent(tx, { ...about, kind: 'template.removed', body: { template: wanted.id, name } })
    return { ok: true, name }
  })
}

function checkLoginPassword(password: string): string | null {
  if (password === '') return 'Enter the password.'
  if (password.length > 128) return 'The CA’s passwords have 128 characters at the most.'
  return /[\r\n\0]/.test(password) ? 'Enter the password on one line.' : null
}

function checkLabel(label: string): string | null {
  return checkName(label, 60) ?? (looksLikeId(label) ? 'Choose a label that does not look like an id.' : null)
}

const looksLikeId = (label: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(label)
