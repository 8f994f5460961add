import type { OperationId } from '#lib/ca/operation.ts'
import type { OperationFit } from '#lib/ca/steps.ts'
import type { OrderStateView } from '#lib/desk/order-state.ts'

/** The operations by how they fit the order as it was read. Every operation is in exactly one of the three. */
export interface Arranged {
  readonly helps: readonly OperationFit[]
  readonly perhaps: readonly OperationFit[]
  readonly others: readonly OperationFit[]
}

/** What helps with the blocking step comes first. Null when what is known tells none apart: then the usual groups say more. */
export function arrange(state: ArrangedState | null): Arranged | null {
  if (state === null) return null
  const { operations, blocking } = state.steps
  if (operations.every(({ fits }) => fits === 'perhaps')) return null
  const that = (wanted: OperationFit['fits']) => operations.filter(({ fits }) => fits === wanted)
  const isFirst = ({ step }: OperationFit) => blocking !== null && step === blocking.id
  return {
    helps: that('yes').toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a))),
    perhaps: that('perhaps'),
    others: that('no'),
  }
}

export interface ArrangedState {
  readonly steps: Pick<OrderStateView['steps'], 'operations' | 'blocking'>
}

/** The operations that help with what the order waits for now. */
export function helpsNow(state: ArrangedState | null): ReadonlySet<OperationId> {
  return new Set(arrange(state)?.helps.map(({ operation }) => operation))
}
