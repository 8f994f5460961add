import type { Values } from './values.ts'

/** What was typed and the attempt key it belongs to, kept in this tab until a receipt arrives. */
export interface Draft {
  /** Only what differs from `starting`. */
  readonly values: Values
  /** What the form held before anything was typed, such as the link's ticket. */
  readonly starting: Values
  readonly key: string
  /** True when it was sent and no answer came back: the same key finds out what became of it. */
  readonly sent: boolean
}

export interface DraftPlace {
  readonly order: string
  readonly operation: string
  readonly account: string
  readonly person: string
}

const prefix = 'unstuck.draft.'
const nameOf = ({ person, order, operation, account }: DraftPlace) =>
  `${prefix}${[person, order, operation, account].map(encodeURIComponent).join('.')}`

/** Storage can be full, forbidden or absent; a draft is a comfort, so that never stands in the way. */
function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}

export function saveDraft(storage: () => Storage, place: DraftPlace, draft: Draft): void {
  quietly(() => storage().setItem(nameOf(place), JSON.stringify(draft)), undefined)
}

export function forgetDraft(storage: () => Storage, place: DraftPlace): void {
  quietly(() => storage().removeItem(nameOf(place)), undefined)
}

export function readDraft(storage: () => Storage, place: DraftPlace): Draft | null {
  return quietly(() => draftFrom(JSON.parse(storage().getItem(nameOf(place)) ?? 'null')), null)
}

function draftFrom(kept: unknown): Draft | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { values, starting, key, sent } = kept as Partial<Record<keyof Draft, unknown>>
  if (typeof key !== 'string' || key === '' || typeof values !== 'object' || values === null) return null
  return { key, sent: sent === true, values: textsOf(values), starting: textsOf(starting ?? {}) }
}

function textsOf(kept: object): Values {
  const texts = Object.entries(kept).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(texts)
}

/** What was typed over the values the form started from. */
export function changesOf(values: Values, starting: Values): Values {
  const changed = Object.entries(values).filter(([name, value]) => (value ?? '') !== (starting[name] ?? ''))
  return Object.fromEntries(changed.map(([name, value]) => [name, value ?? '']))
}

/**
 * The form that a draft comes back into. A link that names something else than the one before wins, so that the work is never recorded
 * for the last link's ticket; a ticket's system goes with its ticket.
 */
export function refilled(draft: Draft, starting: Values): Values {
  const isNews = (name: string) =>
    (starting[name] ?? '') !== '' && starting[name] !== (draft.starting[name] ?? '')
  const isKept = ([name]: [string, string]) => !isNews(name) && !(name === 'ticketSystem' && isNews('ticket'))
  return { ...starting, ...Object.fromEntries(Object.entries(draft.values).filter(isKept)) }
}

/** A tab that changes hands keeps nothing of the person before. */
export function forgetOthers(storage: () => Storage, person: string): void {
  quietly(() => {
    const kept = storage()
    const own = `${prefix}${encodeURIComponent(person)}.`
    for (const name of Object.keys(kept)) {
      if (name.startsWith(prefix) && !name.startsWith(own)) kept.removeItem(name)
    }
  }, undefined)
}

export const tabStorage = (): Storage => window.sessionStorage
