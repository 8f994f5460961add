import type { FieldErrors, Resolver } from 'react-hook-form'
import type { OperationAbout } from '#lib/ca/operation.ts'
import type { FieldError } from '#lib/desk/receipt.ts'
import { idOf, inFormOrder, type Values } from './values.ts'

export const notLoaded =
  'Part of this page did not load, so nothing can be checked. Check your connection and press again, or reload the page: what you typed is kept.'

/** Bridges the form library to `examine`, which is fetched when it is first needed. */
export function resolverFor(about: OperationAbout, order: string): Resolver<Values> {
  return async (values) => {
    const examined = await examineNow(about, order, values)
    if (examined.ok) return { values: examined.values, errors: {} }
    const { fields, others } = inFormOrder(about, examined.errors)
    const errors = [...fields, ...others].map(({ field, message }) => [field, { type: 'check', message }])
    return { values: {}, errors: Object.fromEntries(errors) }
  }
}

/** Reads the form as of now, with checks that are fetched when they are first needed. Never throws. */
export async function examineNow(about: OperationAbout, order: string, values: Values) {
  try {
    const { examine } = await import('./examine.ts')
    return await examine(about, order, values, Date.now())
  } catch {
    return { ok: false, errors: [{ field: 'form', message: notLoaded }] } as const
  }
}

/** An entry of the error summary: `field` is the id of the control, or null when no control can be blamed. */
export interface Listed {
  readonly field: string | null
  readonly message: string
}

export function listErrors(about: OperationAbout, errors: readonly FieldError[]): readonly Listed[] {
  const { fields, others } = inFormOrder(about, errors)
  return [
    ...others.map(({ message }) => ({ field: null, message })),
    ...fields.map(({ field, message }) => ({ field: idOf(field), message })),
  ]
}

export function errorsOf(found: FieldErrors<Values>): readonly FieldError[] {
  return Object.entries(found).map(([field, error]) => ({ field, message: error?.message ?? '' }))
}
