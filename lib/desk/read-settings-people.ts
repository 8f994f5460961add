import 'server-only'
import { noPassword } from '#lib/auth/password.ts'
import { openSessionBounds } from '#lib/auth/session-limits.ts'
import { listActors, readEvents } from '#lib/store/activity.ts'
import { openLinks } from '#lib/store/one-time-links.ts'
import { countAdministrators, findPerson, listPeople, type PersonRow } from '#lib/store/people.ts'
import {
  lastSeenByPerson,
  openSessionsByPerson,
  openSessionsOf,
  secondFactorHolders,
} from '#lib/store/session-lists.ts'
import type { Desk } from './desk.ts'
import { eventDetail } from './event-detail.ts'
import { eventWords } from './event-words.ts'
import { mayReadSettings, type ForAdministrators } from './read-settings.ts'
import type { Actor } from './receipt.ts'
import { readRules, type Rules } from './rules.ts'

export interface PersonLine {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  /** `demanded`: they have none yet, and must set one up at their next sign-in. */
  readonly secondFactor: 'yes' | 'demanded' | 'no'
  readonly lastSeen: number | null
  readonly sessions: number
  readonly disabledAt: number | null
  /** Until when their one-time link works; null when they have none. */
  readonly linkUntil: number | null
  readonly hasPassword: boolean
}

export interface PeopleView {
  readonly people: readonly PersonLine[]
  /** How many there are without the search. */
  readonly total: number
}

export interface PersonView {
  readonly person: PersonLine & { readonly addedAt: number }
  /** Whether a second factor is demanded of this person alone, and whether their role demands it anyway. */
  readonly demanded: { readonly ofPerson: boolean; readonly ofRole: boolean }
  readonly isSelf: boolean
  readonly isLastAdministrator: boolean
  readonly sessions: readonly {
    readonly device: string | null
    readonly since: number
    readonly seen: number
    readonly isThis: boolean
  }[]
  /** The last things they did, newest first. */
  readonly events: readonly {
    readonly seq: number
    readonly at: number
    readonly words: string
    readonly detail: string | null
    readonly order: string | null
  }[]
}

type Reading = Pick<Desk, 'store' | 'now'>

/** Everybody whose name, e-mail address or role has the words of `search`; by name. */
export async function readPeopleSettings(
  desk: Reading,
  reader: Actor,
  search: string,
): Promise<ForAdministrators<PeopleView>> {
  if (!mayReadSettings(reader)) return 'forbidden'
  const all = await peopleLines(desk)
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const isFound = ({ name, email, role }: PersonLine) => {
    const text = `${name} ${email} ${role}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  }
  const people = all.filter(isFound).sort((a, b) => a.name.localeCompare(b.name))
  return { people, total: all.length }
}

/** One person with what an administrator may change; null when there is no such person. */
export async function readPersonSettings(
  desk: Reading,
  reader: Actor & { readonly sessionId?: string },
  id: string,
): Promise<ForAdministrators<PersonView | null>> {
  if (!mayReadSettings(reader)) return 'forbidden'
  const { db } = desk.store
  const row = /^[\w-]{1,64}$/.test(id) ? await findPerson(db, id) : null
  if (row === null) return null
  const [line] = await linesOf(desk, [row])
  if (line === undefined) return null
  const [rules, sessions, found, actors, administrators] = await Promise.all([
    readRules(db),
    openSessionsOf(db, id, await openSessionBounds(db, desk.now())),
    readEvents(db, { actor: id }, null, 10),
    listActors(db),
    countAdministrators(db),
  ])
  const names = new Map(actors.map((actor) => [actor.id, actor.name]))
  return {
    person: { ...line, addedAt: row.created_at },
    demanded: { ofPerson: row.second_factor_required_at !== null, ofRole: isDemanded(rules, row.role) },
    isSelf: reader.id === id,
    isLastAdministrator: row.role === 'administrator' && row.disabled_at === null && administrators === 1,
    sessions: sessions.map(({ id_hash, device, created_at, seen_at }) => ({
      device,
      since: created_at,
      seen: seen_at,
      isThis: id_hash === reader.sessionId,
    })),
    events: found.rows.map((event) => ({
      seq: event.seq,
      at: event.at,
      words: eventWords(event),
      detail: eventDetail(event, (actor) => names.get(actor)),
      order: event.order_number,
    })),
  }
}

async function peopleLines(desk: Reading): Promise<readonly PersonLine[]> {
  return linesOf(desk, await listPeople(desk.store.db))
}

async function linesOf({ store: { db }, now }: Reading, rows: readonly PersonRow[]): Promise<PersonLine[]> {
  const [seen, sessions, links, holders, rules] = await Promise.all([
    lastSeenByPerson(db),
    openSessionsByPerson(db, await openSessionBounds(db, now())),
    openLinks(db, now()),
    secondFactorHolders(db),
    readRules(db),
  ])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    secondFactor: holders.has(row.id)
      ? 'yes'
      : row.second_factor_required_at !== null || isDemanded(rules, row.role)
        ? 'demanded'
        : 'no',
    lastSeen: seen.get(row.id) ?? null,
    sessions: row.disabled_at === null ? (sessions.get(row.id) ?? 0) : 0,
    disabledAt: row.disabled_at,
    linkUntil: links.get(row.id) ?? null,
    hasPassword: row.password_hash !== noPassword,
  }))
}

const isDemanded = ({ secondFactorRoles }: Rules, role: string) =>
  secondFactorRoles.some((one) => one === role)
