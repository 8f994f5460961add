import type { StepKind } from '#lib/ca/steps-table.ts'
import type { Step } from '#lib/ca/step.ts'
import type { OrderStateView } from '#lib/desk/order-state.ts'
import type { StepMarkKind } from '#components/ui/step-mark.tsx'

export interface HeadLine {
  readonly mark: StepMarkKind
  /** One sentence without a full stop: the answer to why the order is stuck. */
  readonly text: string
}

/** The answer in one sentence: for whom and for what the order waits, as far as what was read tells. */
export function headLine(state: ToldState): HeadLine {
  const { steps, blocking } = state.steps
  if (!isTold(state)) return { mark: 'not-read', text: state.failure == null ? unread : untold }
  if (blocking !== null) return { mark: markOf(blocking), text: waits(blocking, steps) }
  if (steps.some(({ kind, state }) => kind === 'issued' && state === 'done'))
    return { mark: 'done', text: 'Done: the certificate is issued' }
  return { mark: 'not-known', text: 'Not known: the CA’s answer does not tell what this order waits for' }
}

const unread = 'Not known yet: nobody has read this order at the CA'
const untold = 'Not known: the CA has not told how this order stands'

export interface ToldState {
  readonly failure?: OrderStateView['failure']
  readonly readAt: OrderStateView['readAt']
  readonly steps: Pick<OrderStateView['steps'], 'steps' | 'blocking'>
}

/** Whether anything was read of the order, or reported by the CA without being asked. */
export function isTold({ readAt, steps }: ToldState): boolean {
  return readAt !== null || steps.steps.some(({ state }) => state !== 'not-known')
}

/** A step that blocks the order and that nobody’s turn will move is where the CA has stopped it. */
export function markOf(step: Pick<Step, 'state' | 'blocking'>): StepMarkKind {
  return step.state === 'blocked' && step.blocking ? 'stopped' : step.state
}

function waits(step: Step, steps: readonly Step[]): string {
  if (step.kind === 'issued') return `${step.state === 'blocked' ? 'Stopped: ' : ''}${inside(step)}`
  const who = step.actsNext === null || step.actsNext === 'nobody' ? '' : ` for ${step.actsNext}`
  return `Waiting${who}: ${step.kind === 'domain-control' ? domains(step, steps) : clauses[step.kind]}`
}

/** The first sentence, to stand after a colon where there is one. */
function inside({ says, state }: Step): string {
  const first = says.split(/\.(?: |$)/, 1)[0] ?? says
  return state === 'blocked' ? first.charAt(0).toLowerCase() + first.slice(1) : first
}

const clauses: Readonly<Record<Exclude<StepKind, 'issued' | 'domain-control'>, string>> = {
  csr: 'the certificate request is not accepted',
  agreement: 'the agreement is not signed',
  organisation: 'the organisation is not checked yet',
  'ev-checks': 'the further checks for EV are not finished',
  callback: 'the callback is not done',
  brand: 'the name is not reviewed yet',
  caa: 'the CAA check is not passed',
}

function domains(step: Step, steps: readonly Step[]): string {
  const name = domainOf(step)
  const like = steps.filter(
    ({ kind, state, actsNext }) => kind === step.kind && state === step.state && actsNext === step.actsNext,
  )
  const what = like.length > 1 ? `${like.length} domains` : name === null ? 'the domain' : name
  return step.actsNext === 'CA staff'
    ? `${what} ${like.length > 1 ? 'await' : 'awaits'} the brand review`
    : `control of ${what} is not proven`
}

/** The domain that a step is about; null for the step of the whole order. */
export function domainOf({ kind, title }: Pick<Step, 'kind' | 'title'>): string | null {
  return kind === 'domain-control' ? (/^Domain control of (.+)$/.exec(title)?.[1] ?? null) : null
}
