import type { OutcomeKind } from '#lib/ca/outcome.ts'

/** The ground behind a receipt's heading. The word and the shape beside it say the same. */
export const grounds: Readonly<Record<OutcomeKind, string>> = {
  done: 'bg-done-soft',
  'passed-on': 'bg-passed-soft',
  'nothing-done': 'bg-sunken',
  refused: 'bg-refused-soft',
  unrecognised: 'bg-odd-soft',
  'not-sent': 'bg-sunken',
  unknown: 'bg-doubt-soft',
}
