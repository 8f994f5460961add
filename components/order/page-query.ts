import type { Ticket } from '#lib/desk/receipt.ts'

export type Query = Readonly<Record<string, string | string[] | undefined>>

/** The first value of a parameter, trimmed; empty when absent. */
export function first(query: Query, name: string): string {
  const value = query[name]
  return ((Array.isArray(value) ? value[0] : value) ?? '').trim().slice(0, 200)
}

export function readTicket(query: Query): Ticket | null {
  const id = first(query, 'ticket')
  return id === '' ? null : { id, system: first(query, 'src') }
}

/** Harmless values that a link may fill in, by the short names links use. */
export function readPrefill(query: Query): Record<string, string> {
  const names = ['tz', 'lang', 'ext', 'template'] as const
  return Object.fromEntries(
    names.map((name) => [name, first(query, name)]).filter(([, value]) => value !== ''),
  )
}
