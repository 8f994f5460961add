import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operationIds } from '#lib/ca/operation.ts'
import type { OperationFit, Step } from '#lib/ca/steps.ts'
import { arrange, helpsNow } from './arrange.ts'

const fit = (at: number, fits: OperationFit['fits'], step: string | null = null): OperationFit => {
  const operation = operationIds[at]
  if (operation === undefined) throw new Error('there are not so many operations')
  return { operation, fits, step, reason: 'For a reason.' }
}
const blocking = { id: 'agreement' } as Step
const state = (operations: readonly OperationFit[], step: Step | null = blocking) => ({
  steps: { operations, blocking: step },
})
const ids = (fits: readonly OperationFit[] | undefined) => fits?.map(({ operation }) => operation)

describe('the operations by how they fit', () => {
  test('what helps with the blocking step comes first, and the rest keeps the order of the catalogue', () => {
    const arranged = arrange(
      state([
        fit(0, 'yes', 'callback'),
        fit(1, 'no'),
        fit(2, 'yes', 'agreement'),
        fit(3, 'perhaps'),
        fit(4, 'no'),
      ]),
    )
    expect(ids(arranged?.helps)).toEqual([operationIds[2], operationIds[0]])
    expect(ids(arranged?.perhaps)).toEqual([operationIds[3]])
    expect(ids(arranged?.others)).toEqual([operationIds[1], operationIds[4]])
  })

  test('nothing is arranged before anything is known, or when every one may help', () => {
    expect(arrange(null)).toBeNull()
    expect(arrange(state([fit(0, 'perhaps'), fit(1, 'perhaps')], null))).toBeNull()
    expect([...helpsNow(null)]).toEqual([])
  })

  test('no operation is ever lost or told twice', () => {
    const fits = fc.constantFrom<OperationFit['fits']>('yes', 'perhaps', 'no')
    const each = fc.tuple(...operationIds.map(() => fits))
    fc.assert(
      fc.property(each, (drawn) => {
        const arranged = arrange(state(drawn.map((one, at) => fit(at, one, 'agreement'))))
        if (arranged === null) return drawn.every((one) => one === 'perhaps')
        const { helps, perhaps, others } = arranged
        const all = [...helps, ...perhaps, ...others].map(({ operation }) => operation)
        return all.length === operationIds.length && new Set(all).size === all.length
      }),
    )
  })
})
