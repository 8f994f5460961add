import { expect, test } from 'vitest'
import type { Step, StepState } from '#lib/ca/steps.ts'
import { stepRows } from './step-rows.ts'

const domain = (at: number, state: StepState, blocking = false) =>
  ({
    id: `domain-control-${at}`,
    kind: 'domain-control',
    title: `Domain control of ${at}.example`,
    state,
    blocking,
  }) as Step
const agreement = { id: 'agreement', kind: 'agreement', state: 'done', blocking: false } as Step
const told = (steps: readonly Step[]) =>
  stepRows(steps).map((row) =>
    row.is === 'step' ? row.step.id : `${row.steps.length} ${row.is === 'domains' ? row.state : row.is}`,
  )

test('a few domains are a row each, and many that stand alike are one, in the place of the first', () => {
  const few = [agreement, domain(1, 'done'), domain(2, 'waiting', true), domain(3, 'done')]
  expect(told(few)).toEqual(few.map(({ id }) => id))
  const many = [
    agreement,
    ...[1, 2, 3, 4, 5].map((at) => domain(at, 'done')),
    domain(6, 'waiting', true),
    ...[7, 8, 9, 10].map((at) => domain(at, 'waiting')),
  ]
  expect(told(many)).toEqual(['agreement', '5 done', 'domain-control-6', '4 waiting'])
})

test('the steps that are not domains are never put together', () => {
  const others = Array.from({ length: 6 }, (_, at) => ({ ...agreement, id: `step-${at}` }))
  expect(told(others)).toEqual(others.map(({ id }) => id))
})

test('steps in a row of which nothing is known are one, and the blocking step never goes under', () => {
  const unknown = (at: number) => ({ ...agreement, id: `step-${at}`, state: 'not-known' }) as Step
  const stopped = { id: 'issued', kind: 'issued', state: 'blocked', blocking: true } as Step
  expect(told([unknown(1), unknown(2), stopped])).toEqual(['step-1', 'step-2', 'issued'])
  expect(stepRows([unknown(1), unknown(2), unknown(3), stopped])).toMatchObject([
    { is: 'not-known', steps: [{ id: 'step-1' }, { id: 'step-2' }, { id: 'step-3' }] },
    { is: 'step', step: stopped },
  ])
})
