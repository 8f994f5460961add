import 'server-only'
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { forgetBackOff, forgetCounters, readBackOff, saveBackOff } from '#lib/store/back-off.ts'
import type { Database } from '#lib/store/schema.ts'
import { placeOf } from './address.ts'

type Tx = Transaction<Database>

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/**
 * Three counters of tries that did not succeed, and one mark:
 * - of a person from a place: five are free, then the wait doubles from 5 seconds to 15 minutes. Only that place waits;
 * - of a place: thirty are free, then it waits up to a minute, except for people who have signed in from there before;
 * - of a person from anywhere: after ten, answers to places the person never came from are held back for up to two seconds. Nothing is
 *   refused by this counter, so nobody can lock a person out by guessing at their name. Codes of a second factor are, which only somebody
 *   gets to who has the password: six digits must not be guessed from a thousand places;
 * - `known`: this person has signed in from this place in the last thirty days.
 * Keys hold a digest of what was typed as e-mail, since people type passwords there.
 */
const rules = {
  pair: { free: 5, first: 5 * second, most: 15 * minute, lasts: day },
  place: { free: 30, first: second, most: minute, lasts: hour },
  person: { free: 10, first: 250, most: 2 * second, lasts: hour },
} as const

const knownFor = 30 * day

export type Try =
  | { readonly is: 'blocked'; readonly waitMs: number }
  | { readonly is: 'free'; readonly delayMs: number; readonly tellsHistory: boolean }

/**
 * Takes one try, or says how long to wait. It counts as failed from the start, so that a hundred at once are a hundred failures and not
 * none; `giveBack` undoes it on success. `most` is how many of a person may fail in an hour from all
 * places that they never came from.
 */
export async function takeTry(
  tx: Tx,
  email: string,
  address: string,
  now: number,
  most = Infinity,
): Promise<Try> {
  await forgetNowAndThen(tx, now)
  const keys = keysOf(email, address)
  const isKnown = ((await readBackOff(tx, keys.known))?.updated_at ?? 0) > now - knownFor
  const pair = await count(tx, keys.pair, rules.pair, now)
  const place = await count(tx, keys.place, rules.place, now)
  const blockedUntil = Math.max(pair.blockedUntil, isKnown ? 0 : place.blockedUntil)
  if (blockedUntil > now) return { is: 'blocked', waitMs: blockedUntil - now }
  const person = await count(tx, keys.person, rules.person, now)
  if (!isKnown && person.failures >= most) return { is: 'blocked', waitMs: rules.person.lasts }
  for (const counter of [pair, place, person]) await counter.add()
  return {
    is: 'free',
    delayMs: isKnown ? 0 : waitAfter(person.failures, rules.person),
    tellsHistory:
      (isMilestone(person.failures + 1) || isMilestone(place.failures + 1)) && (await mayTell(tx, now)),
  }
}

/** After a success: the try did not fail, the waits of this person from this place are over, and the place is known. */
export async function giveBack(tx: Tx, email: string, address: string, now: number): Promise<void> {
  const keys = keysOf(email, address)
  await saveBackOff(tx, { key: keys.pair, failures: 0, blocked_until: 0, updated_at: now })
  await saveBackOff(tx, { key: keys.known, failures: 0, blocked_until: 0, updated_at: now })
  for (const key of [keys.place, keys.person]) {
    const row = await readBackOff(tx, key)
    if (row !== null) await saveBackOff(tx, { ...row, failures: Math.max(0, row.failures - 1) })
  }
  await forgetBackOff(tx, now - knownFor)
}

/** What whoever has to wait is told. */
export function tooManyTries(waitMs: number): { message: string; retryAfterSeconds: number } {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  return { message: `Too many tries. Wait ${wait}, then try again.`, retryAfterSeconds: seconds }
}

let forgottenAt = 0

/** Guesses that never succeed must not fill the store: once an hour, what counts no more is forgotten. */
async function forgetNowAndThen(tx: Tx, now: number): Promise<void> {
  if (Math.abs(now - forgottenAt) < hour) return
  forgottenAt = now
  await forgetCounters(tx, now - day)
}

interface Rule {
  readonly free: number
  readonly first: number
  readonly most: number
  readonly lasts: number
}

async function count(tx: Tx, key: string, rule: Rule, now: number) {
  const row = await readBackOff(tx, key)
  const failures = row === null || row.updated_at < now - rule.lasts ? 0 : row.failures
  return {
    failures,
    blockedUntil: row?.blocked_until ?? 0,
    add: () => {
      const wait = waitAfter(failures + 1, rule)
      return saveBackOff(tx, { key, failures: failures + 1, blocked_until: now + wait, updated_at: now })
    },
  }
}

function waitAfter(failures: number, { free, first, most }: Rule): number {
  return failures < free ? 0 : Math.min(most, first * 2 ** Math.min(failures - free, 20))
}

/** 10, 20, 40, 80 …: the history tells of an attack, but cannot be filled by one. */
function isMilestone(failures: number): boolean {
  return failures >= 10 && failures % 10 === 0 && Number.isInteger(Math.log2(failures / 10))
}

const toldPerHour = 60

async function mayTell(tx: Tx, now: number): Promise<boolean> {
  const row = await readBackOff(tx, 'told')
  const isOver = row === null || row.blocked_until < now
  const told = isOver ? 0 : row.failures
  if (told >= toldPerHour) return false
  const until = isOver ? now + hour : row.blocked_until
  await saveBackOff(tx, { key: 'told', failures: told + 1, blocked_until: until, updated_at: now })
  return true
}

function keysOf(email: string, address: string) {
  const who = createHash('sha256').update(email).digest('hex').slice(0, 32)
  const place = placeOf(address)
  return {
    pair: `pair ${who} ${place}`,
    known: `known ${who} ${place}`,
    place: `place ${place}`,
    person: `person ${who}`,
  }
}
