import { failures } from '../../failure.ts'
import type { ReadEnd } from '../read.ts'

/** Answers that came whole and that nobody could read; a CA that did not answer at all would not answer in text either. */
const unreadable: ReadonlySet<string> = new Set([
  failures['no-protocol'].title,
  failures.contradiction.title,
  failures.empty.title,
])

/**
 * Whether the list that was asked for in JSON is worth asking for as text: the JSON could not be read (its names are in no document), it
 * has no address, or the CA does not take the argument that asks for JSON (-2, or -4 with its name).
 */
export function worthAskingAsText({ reply, outcome }: ReadEnd<'get-dcv-email-address-list'>): boolean {
  if (reply !== null) return reply.addresses.length === 0
  if (outcome.kind === 'unknown') return unreadable.has(outcome.title)
  return outcome.code === -2 || (outcome.code === -4 && /responseformat/i.test(outcome.message ?? ''))
}
