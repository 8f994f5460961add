import type { Confidence, Source } from '../../outcome.ts'

/** What one extended status says of its step. `not-known` is a value that is in no list that we have. */
export type FieldState = 'not-required' | 'open' | 'in-progress' | 'completed' | 'not-known'

export interface FieldStateRow {
  readonly raw: string
  readonly state: Exclude<FieldState, 'not-known'>
  readonly source: Source
  readonly confidence: Confidence
}

/** The CA's own table was not found; these are what its resellers' programs take the numbers for. */
export const fieldStates: readonly FieldStateRow[] = [
  {
    raw: '-1',
    state: 'not-required',
    source: { document: 'DealerSafe2, enum “NotRequired”; TrustOcean’s template, which hides the row at -1' },
    confidence: 'second-hand',
  },
  {
    raw: '0',
    state: 'open',
    source: { document: 'Upmind, which takes 0 for pending; cPanel, which knows a state “not-completed”' },
    confidence: 'inferred',
  },
  {
    raw: '1',
    state: 'completed',
    source: { document: 'DealerSafe2, enum “Completed”; Upmind; TrustOcean’s template' },
    confidence: 'second-hand',
  },
  {
    raw: '2',
    state: 'in-progress',
    source: { document: 'DealerSafe2, enum “InProgress”; cPanel, state “in-progress”' },
    confidence: 'second-hand',
  },
]

/** The row for a value exactly as written; null for any other, which then claims nothing. */
export function fieldStateRow(raw: string): FieldStateRow | null {
  return fieldStates.find((row) => row.raw === raw) ?? null
}
