import type { Step, StepState } from '#lib/ca/steps.ts'

/** A row of the list: one step, or many domains that stand alike. */
export type StepRow =
  | { readonly is: 'step'; readonly step: Step }
  | { readonly is: 'domains'; readonly state: StepState; readonly steps: readonly Step[] }

/** From so many domains on that stand alike, they are one row. */
const many = 4

/** The steps as rows. An order can have hundreds of domains; those that stand alike are told together, the blocking one by itself. */
export function stepRows(steps: readonly Step[]): readonly StepRow[] {
  const rows: StepRow[] = []
  const told = new Set<Step>()
  for (const step of steps) {
    if (told.has(step)) continue
    const alike = step.kind === 'domain-control' && !step.blocking ? standingLike(step, steps) : [step]
    if (alike.length < many) rows.push({ is: 'step', step })
    else {
      rows.push({ is: 'domains', state: step.state, steps: alike })
      for (const one of alike) told.add(one)
    }
  }
  return rows
}

const standingLike = (step: Step, steps: readonly Step[]) =>
  steps.filter(({ kind, state, blocking }) => kind === step.kind && state === step.state && !blocking)
