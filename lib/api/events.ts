import 'server-only'
import { actorOfToken } from '#lib/auth/tokens.ts'
import { checkOrderNumber } from '#lib/ca/inputs.ts'
import { desk } from '#lib/desk/desk.ts'
import { hiddenAccounts } from '#lib/desk/usable-accounts.ts'
import { eventsOfOrder } from '#lib/store/events.ts'
import { json, problem, unauthorised } from './answers.ts'

const page = 100

/** The history of one order, oldest first, a hundred at a time; `?after=` takes the `next` of the page before. */
export async function eventsForToken(request: Request, order: string): Promise<Response> {
  const actor = await actorOfToken(request.headers.get('authorization'))
  if (actor === null) return unauthorised()
  const badOrder = checkOrderNumber(null, order)
  if (badOrder !== null) {
    return problem(422, {
      title: 'The request needs a change',
      detail: badOrder,
      cause: 'input',
      nextStep: 'Correct the order number.',
      errors: [{ field: 'order', message: badOrder }],
    })
  }
  const after = new URL(request.url).searchParams.get('after') ?? '0'
  if (!/^\d{1,15}$/.test(after)) {
    return problem(400, {
      title: 'The request needs a change',
      detail: '`after` is a whole number: the `next` of the page before.',
      cause: 'input',
      nextStep: 'Leave it out for the first page.',
    })
  }
  const { store } = await desk()
  const rows = await eventsOfOrder(store.db, order, { after: Number(after), limit: page + 1 })
  const shown = rows.slice(0, page)
  const hidden = await hiddenAccounts(store.db, actor)
  const isSeen = (account: string | null) => account === null || !hidden.includes(account)
  return json({
    events: shown
      .filter((row) => isSeen(row.account_id))
      .map((row) => ({
        seq: row.seq,
        at: new Date(row.at).toISOString(),
        kind: row.kind,
        actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
        account: row.account_id,
        operation: row.operation,
        attempt: row.attempt_key,
        outcome: row.outcome_kind,
        ticket: row.ticket_id === null ? null : { id: row.ticket_id, system: row.ticket_system ?? '' },
        body: JSON.parse(row.body) as unknown,
        personal: row.personal === null ? null : (JSON.parse(row.personal) as unknown),
        hash: row.hash,
      })),
    next: rows.length > page ? (shown.at(-1)?.seq ?? null) : null,
  })
}
