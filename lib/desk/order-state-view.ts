import 'server-only'
import { atLeast } from '#lib/auth/roles.ts'
import { orderSteps } from '#lib/ca/steps.ts'
import type { OrderStateRow } from '#lib/store/order-states.ts'
import { readEvery } from './claim-order-state.ts'
import { keptFailure, keptState, stepKey, type KeptState } from './kept-order-state.ts'
import type { OrderReport } from './order-reports.ts'
import type { OrderStateView } from './order-state.ts'
import { notEnded } from './read-failure.ts'
import type { Actor } from './receipt.ts'
import type { AccountChoice } from './views.ts'

const readAgain =
  'Read it again. The CA may have been asked, so before its three hours are over that takes a reason.'
const nothing = { collectSsl: null, refusedCode: null, domains: null } as const

/**
 * What the screens show of an order's state: pure, from the row that is kept and from what the CA has reported since (newest first; what is
 * older than the read is left out here). `now` in epoch milliseconds.
 */
export function orderStateView(
  row: OrderStateRow | null,
  about: { reader: Actor; account: AccountChoice; now: number; reports?: readonly OrderReport[] },
): OrderStateView {
  const { reader, account, now, reports = [] } = about
  const kept = keptState(row)
  const reported = reports.filter(({ at }) => at > (row?.read_at ?? 0))
  const steps = orderSteps({ ...(kept ?? nothing), reported })
  const isUnderWay = row?.reading_until != null && now < row.reading_until
  const isLost = row?.reading_until != null && !isUnderWay
  const next = row?.tried_at == null ? null : row.tried_at + readEvery
  return {
    readAt: row?.read_at ?? null,
    readBy: row?.read_by ?? null,
    steps,
    since: sinceById(kept, steps.steps),
    domainsNote: kept?.domainsNote ?? null,
    failure: isLost ? notEnded(row.tried_at ?? now, readAgain) : keptFailure(row),
    readingBy: isUnderWay ? row.tried_by : null,
    nextAt: next !== null && now < next ? next : null,
    may: !atLeast(reader.role, 'agent') ? 'no-role' : account.hold === null ? 'read' : 'on-hold',
    raw: [
      { title: 'CollectSSL', text: kept?.collectRaw },
      { title: 'GetMDCDomainDetails', text: kept?.domainsRaw },
    ].flatMap(({ title, text }) => (text == null ? [] : [{ title, text }])),
  }
}

function sinceById(kept: KeptState | null, steps: OrderStateView['steps']['steps']): OrderStateView['since'] {
  const known = steps.flatMap((step): [string, number][] => {
    const since = kept?.since[stepKey(step)]
    return since?.state === step.state ? [[step.id, since.at]] : []
  })
  return Object.fromEntries(known)
}
