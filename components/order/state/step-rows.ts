import type { Step, StepState } from '#lib/ca/steps.ts'

/** A row of the list: one step, many domains that stand alike, or several steps of which nothing is known. */
export type StepRow =
  | { readonly is: 'step'; readonly step: Step }
  | { readonly is: 'domains'; readonly state: StepState; readonly steps: readonly Step[] }
  | { readonly is: 'not-known'; readonly steps: readonly Step[] }

/** From so many on they are one row. */
const manyDomains = 4
const manyUnknown = 3

/** The steps as rows. What stands alike and says little is told together, so that the blocking step stands out; that one is always by itself. */
export function stepRows(steps: readonly Step[]): readonly StepRow[] {
  const rows: StepRow[] = []
  const told = new Set<Step>()
  for (const [at, step] of steps.entries()) {
    if (told.has(step)) continue
    const row = rowFrom(step, steps, at)
    rows.push(row)
    if (row.is !== 'step') for (const one of row.steps) told.add(one)
  }
  return rows
}

function rowFrom(step: Step, steps: readonly Step[], at: number): StepRow {
  const unknown = unknownFrom(steps, at)
  if (unknown.length >= manyUnknown) return { is: 'not-known', steps: unknown }
  const alike = step.kind === 'domain-control' && !step.blocking ? standingLike(step, steps) : []
  return alike.length >= manyDomains
    ? { is: 'domains', state: step.state, steps: alike }
    : { is: 'step', step }
}

/** The steps of which nothing is known, from this one up to the first of which something is. */
function unknownFrom(steps: readonly Step[], at: number): readonly Step[] {
  const end = steps.findIndex(({ state }, index) => index >= at && state !== 'not-known')
  return steps.slice(at, end === -1 ? undefined : end)
}

const standingLike = (step: Step, steps: readonly Step[]) =>
  steps.filter(({ kind, state, blocking }) => kind === step.kind && state === step.state && !blocking)
