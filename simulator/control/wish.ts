// What a handler of the control interface is given.
import type { Controls } from '../simulator.ts'

export type Wish = {
  controls: Controls
  id: string | undefined
  query: URLSearchParams
  body: Record<string, unknown>
}
export type Handler = (wish: Wish) => unknown

export const cleared = { ok: true }

export const needId = (id: string | undefined, what: string): string => {
  if (id === undefined || id === '') throw new TypeError(`The path needs ${what}.`)
  return id
}
