import { isOperationId } from '#lib/ca/catalogue.ts'
import type { OperationId } from '#lib/ca/operation.ts'
import { helpsNow, type ArrangedState } from './state/arrange.ts'

/** For the list of operations: what helps now stands on it, so that the palette knows it without asking anybody. */
export function tellHelpsNow(state: ArrangedState | null) {
  return { 'data-helps-now': [...helpsNow(state)].join(' ') || undefined }
}

/** What helps now with the order that the page shows, what helps first first. In the browser only. */
export function readHelpsNow(): readonly OperationId[] {
  const list = document.querySelector<HTMLElement>('[data-helps-now]')
  return list?.dataset.helpsNow?.split(' ').filter(isOperationId) ?? []
}
