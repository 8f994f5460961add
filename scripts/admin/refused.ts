import type { Changed } from '#lib/auth/changed.ts'

/** An expected refusal: its message is all the operator needs. */
export class Refused extends Error {}

/** What a change answered, or its errors thrown as one readable refusal. */
export function orRefuse<T extends object>(changed: Changed<T>): { readonly ok: true } & T {
  if (changed.ok) return changed
  throw new Refused(changed.errors.map((error) => `${error.field}: ${error.message}`).join('\n'))
}
