import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { seal } from '#lib/auth/vault.ts'
import { createCaClient } from '#lib/ca/client.ts'
import { examples } from '#lib/ca/examples.ts'
import type { OperationId } from '#lib/ca/operation.ts'
import { insertAccount, type AccountRow } from '#lib/store/accounts.ts'
import { insertPerson, markPersonDisabled } from '#lib/store/people.ts'
import type { Store } from '#lib/store/open.ts'
import { startSimulator } from '../../../simulator/server.ts'
import type { Desk } from '../desk.ts'
import type { OperationRequest } from '../perform-operation.ts'
import { roles, type Actor, type Role } from '../receipt.ts'

/** The account's password: looked for everywhere it must not be. */
export const password = 'demo-eu-password'

/** An order of the simulator's seed whose callback is open, and another. */
const order = '10000101'
const otherOrder = '10000106'

export type TestDesk = Awaited<ReturnType<typeof openTestDesk>>

/** A desk over a real store, the real client and the simulator, with one person of each role and one account: the process's own until it is closed. */
export async function openTestDesk(openStore: () => Promise<Store>) {
  const simulator = await startSimulator({ port: 0 })
  const store = await openStore()
  const desks: Desk[] = []
  let offset = 0

  const build = (over: Store): Desk => {
    const desk: Desk = {
      store: over,
      ca: createCaClient({ connectTimeoutMs: 5000, totalTimeoutMs: 10_000, perAccountConcurrency: 4 }),
      now: () => Date.now() + offset,
      instanceId: crypto.randomUUID(),
      limits: { duplicateWindow: 15 * 60_000, attemptDeadline: 60_000, attemptsPerMinute: 1000 },
    }
    desks.push(desk)
    return desk
  }
  const desk = build(store)
  globalThis.unstuckDesk = Promise.resolve(desk)
  const people = await addPeople(store)
  const account = await addTestAccount(store, simulator.baseUrl)

  return {
    desk,
    simulator,
    people,
    account,
    order,
    otherOrder,

    /** A valid request to schedule a callback, with a key of its own. */
    request: (changes: Partial<OperationRequest> = {}): OperationRequest => ({
      actor: people.agent,
      operation: 'schedule-callback',
      order,
      account: account.id,
      key: crypto.randomUUID(),
      ticket: null,
      input: { preferredTimeUTC: '2099-03-04 10:00' },
      reason: null,
      override: false,
      ...changes,
    }),

    /** The same store through connections of its own, as a second server has them. */
    secondDesk: async () => build(await openStore()),

    advance: (milliseconds: number) => {
      offset += milliseconds
    },

    /** Makes every further write to the history fail, as a full disk does. */
    breakHistory: () => sql`alter table event rename to event_gone`.execute(store.db),

    /** Makes reading and writing attempts fail from now on. */
    hideAttempts: () => sql`alter table attempt rename to attempt_gone`.execute(store.db),

    untilReceived: async (count: number) => {
      for (let tries = 0; simulator.requests().length < count; tries++) {
        if (tries > 200) throw new Error('the simulator received nothing')
        await sleep(10)
      }
    },

    disable: (person: Actor) => store.write((tx) => markPersonDisabled(tx, person.id, Date.now())),

    validInput: (operation: OperationId) => {
      const example = examples.find((one) => one.operation === operation && one.expect.kind !== 'refused')
      return { ...example?.input } as Record<string, string>
    },

    eventKinds: async () => {
      const rows = await store.db.selectFrom('event').select('kind').orderBy('seq').execute()
      return rows.map((row) => row.kind).filter((kind) => /^(attempt|hold)\./.test(kind))
    },

    everythingStored: async () => {
      const [attempts, events, accounts] = await Promise.all([
        store.db.selectFrom('attempt').selectAll().execute(),
        store.db.selectFrom('event').selectAll().execute(),
        store.db.selectFrom('account').selectAll().execute(),
      ])
      return JSON.stringify([attempts, events, accounts])
    },

    close: async () => {
      globalThis.unstuckDesk = undefined
      await Promise.all(desks.map((one) => one.ca.close()))
      await Promise.all(desks.map((one) => one.store.close()))
      await simulator.close()
    },
  }
}

async function addPeople(store: Store): Promise<Record<Role, Actor>> {
  const people = roles.map((role): Actor => ({
    kind: 'person',
    id: crypto.randomUUID(),
    name: `A test ${role}`,
    role,
  }))
  for (const { id, name, role } of people) {
    await store.write((tx) =>
      insertPerson(tx, {
        id,
        name,
        role,
        email: `${role}@example.org`,
        password_hash: 'none',
        created_at: 0,
        disabled_at: null,
        second_factor_required_at: null,
      }),
    )
  }
  return Object.fromEntries(people.map((person) => [person.role, person])) as Record<Role, Actor>
}

async function addTestAccount(store: Store, baseUrl: string): Promise<AccountRow> {
  const id = crypto.randomUUID()
  const row: AccountRow = {
    id,
    label: 'Test account',
    login_name: 'demo-eu',
    password_sealed: seal(password, id),
    base_url: baseUrl,
    created_at: 0,
    held_at: null,
    hold_reason: null,
    hold_attempt: null,
    restricted_at: null,
  }
  await store.write((tx) => insertAccount(tx, row))
  return row
}
