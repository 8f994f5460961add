import 'server-only'
import type { Kysely } from 'kysely'
import { atLeast } from '#lib/auth/roles.ts'
import { operationAbout } from '#lib/ca/catalogue.ts'
import { approvalsOfOrder, openApprovals, type ApprovalRow } from '#lib/store/approvals.ts'
import type { LabelledAttempt } from '#lib/store/attempts.ts'
import type { Database } from '#lib/store/schema.ts'
import type { ApprovalLine, DecidedApproval, OrderApprovals } from './approval-views.ts'
import { mayDecide } from './decide-approval.ts'
import { knownContacts } from './known-contacts.ts'
import { ticketOf } from './receipt-of.ts'
import type { Actor, Receipt } from './receipt.ts'

const shownAfterwards = 30 * 86_400_000

export interface ApprovalReader {
  readonly reader: Actor
  /** Those that the reader may use: what waits for another account is not told. */
  readonly accounts: readonly { readonly id: string; readonly label: string }[]
  readonly now: number
}

/**
 * The contact changes of an order that wait for a second person, and those that waited until at most 30 days ago. `attempts` are the
 * order's, newest first, for the contacts that they named.
 */
export async function orderApprovals(
  db: Kysely<Database>,
  wanted: ApprovalReader & { readonly order: string; readonly attempts: readonly LabelledAttempt[] },
): Promise<OrderApprovals> {
  const { now, attempts } = wanted
  const rows = await approvalsOfOrder(db, wanted.order, idsOf(wanted), 200)
  const seen = rows.flatMap((row) => labelled(row, wanted))
  const waiting = seen.filter(({ row }) => isOpen(row, now)).toReversed()
  const over = seen.filter(({ row }) => !isOpen(row, now) && endOf(row) > now - shownAfterwards)
  return {
    waiting: waiting.map(({ row, line }) => ({
      ...line,
      known: knownContacts(attempts.filter(({ account_id }) => account_id === row.account_id)),
    })),
    decided: over.map(decided).toSorted((a, b) => b.at - a.at),
  }
}

/** What waits for this reader's decision, and their own requests that wait, oldest first. */
export async function approvalsForDesk(
  db: Kysely<Database>,
  wanted: ApprovalReader,
): Promise<readonly ApprovalLine[]> {
  // Below the managers nobody decides: only their own wait for them.
  const requester = atLeast(wanted.reader.role, 'manager') ? null : wanted.reader
  const open = await openApprovals(db, { accountIds: idsOf(wanted), requester }, wanted.now, 500)
  return open
    .flatMap((row) => labelled(row, wanted).map(({ line }) => line))
    .filter(({ may }) => may !== null)
}

const idsOf = ({ accounts }: ApprovalReader) => accounts.map(({ id }) => id)

/** One that nobody has marked yet as run out has run out all the same. */
const isOpen = (row: ApprovalRow, now: number) => row.decided_at === null && row.expires_at > now
const endOf = (row: ApprovalRow) => row.decided_at ?? row.expires_at

interface Labelled {
  readonly row: ApprovalRow
  readonly line: ApprovalLine
}

/** Nothing where the account is not the reader's, or the operation is none any more. */
function labelled(row: ApprovalRow, { reader, accounts, now }: ApprovalReader): Labelled[] {
  const account = accounts.find(({ id }) => id === row.account_id)
  const about = operationAbout(row.operation)
  if (account === undefined || about === null) return []
  const line: ApprovalLine = {
    id: row.id,
    operation: about.id,
    order: row.order_number,
    account: { id: account.id, label: account.label },
    ticket: ticketOf(row),
    reason: row.reason,
    requester: row.requester_name,
    at: row.requested_at,
    until: row.expires_at,
    input: JSON.parse(row.input) as Receipt['input'],
    override: row.override_at !== null,
    may: mayOf(reader, row, now),
  }
  return [{ row, line }]
}

function mayOf(reader: Actor, row: ApprovalRow, now: number): ApprovalLine['may'] {
  if (mayDecide(reader, row, 'withdrawn', now) === null) return 'withdraw'
  return mayDecide(reader, row, 'approved', now) === null ? 'decide' : null
}

function decided({ row, line }: Labelled): DecidedApproval {
  const { may: _, ...rest } = line
  return {
    ...rest,
    at: endOf(row),
    decision: (row.decision ?? 'expired') as DecidedApproval['decision'],
    decider: row.decider_name,
    note: row.note,
  }
}
