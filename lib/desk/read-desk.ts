import 'server-only'
import {
  bookedCalls,
  recentAttempts,
  recentAttemptsOf,
  unresolvedUnknowns,
  type LabelledAttempt,
} from '#lib/store/attempts.ts'
import { accountChoice } from './account-choice.ts'
import { dueFor, plannedCall, soonFor } from './booked-calls.ts'
import { desk } from './desk.ts'
import { approvalsForDesk } from './read-approvals.ts'
import { lineOf } from './receipt-of.ts'
import { mayResolve } from './resolve-attempt.ts'
import type { Actor } from './receipt.ts'
import { seenAccounts, usableAccounts } from './usable-accounts.ts'
import type { DeskView, RecentOrder } from './views.ts'

const day = 86_400_000
/** More than any team has in two days, so that it bounds the page and drops no call. */
const mostCalls = 5000

/** What the desk shows a person: what needs somebody, their recent orders, the team's recent attempts. Every role may read. */
export async function readDesk(reader: Actor): Promise<DeskView> {
  const { store, now } = await desk()
  const time = now()
  const seen = await seenAccounts(store.db, reader)
  const [unknowns, accounts, booked, mine, team] = await Promise.all([
    unresolvedUnknowns(store.db, 50, seen),
    usableAccounts(store.db, reader),
    bookedCalls(store.db, { since: time - 92 * day, days: daysAround(time) }, mostCalls, seen),
    recentAttemptsOf(store.db, reader, 60, seen),
    recentAttempts(store.db, 20, seen),
  ])
  return {
    unknowns: unknowns.map((row) => ({ ...lineOf(row), mayResolve: mayResolve(reader, row) })),
    holds: accounts.map(accountChoice).filter((account) => account.hold !== null),
    calls: callsDue(booked, time),
    approvals: await approvalsForDesk(store.db, { reader, accounts, now: time }),
    mine: recentOrders(mine),
    team: team.map(lineOf),
  }
}

/** The days, in UTC, of every call that can be due or soon at a time: two or three of them. */
const daysAround = (time: number): string[] => {
  const times = [time - dueFor, time, time + day, time + soonFor]
  return [...new Set(times.map((one) => new Date(one).toISOString().slice(0, 10)))]
}

function callsDue(booked: readonly LabelledAttempt[], time: number): DeskView['calls'] {
  return booked
    .flatMap((row) => {
      const attempt = lineOf(row)
      const { preferredTimeUTC } = JSON.parse(row.input) as { preferredTimeUTC?: string }
      const call = plannedCall(attempt, preferredTimeUTC, time)
      return call === null ? [] : [{ attempt, ...call }]
    })
    .filter(({ phase }) => phase === 'due' || phase === 'soon')
    .sort((a, b) => a.when - b.when)
}

function recentOrders(rows: readonly LabelledAttempt[]): RecentOrder[] {
  const seen = new Map<string, RecentOrder>()
  for (const row of rows) {
    const id = `${row.account_id} ${row.order_number}`
    if (seen.has(id)) continue
    const last = lineOf(row)
    seen.set(id, { order: last.order, account: last.account, at: last.at, last })
  }
  return [...seen.values()].slice(0, 10)
}
