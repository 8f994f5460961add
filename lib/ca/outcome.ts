/** What a reply, or the lack of one, means. Exactly one of these per attempt. */
export const outcomeKinds = [
  'done',
  'passed-on',
  'nothing-done',
  'refused',
  'unrecognised',
  'not-sent',
  'unknown',
] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** How sure we are of a fact about the CA: its own document, somebody else's, or our reading of both. */
export type Confidence = 'documented' | 'second-hand' | 'inferred'

/** Where a fact comes from, in words a reader can follow up. */
export interface Source {
  readonly document: string
  readonly url?: string
}

/** Who has to do something next. An administrator has a role in the desk; whoever runs the server has its command line. */
export type ActsNext =
  | 'you'
  | 'the customer'
  | 'the domain’s owner'
  | 'the mailbox’s owner'
  | 'CA staff'
  | 'an administrator'
  | 'whoever runs the server'
  | 'a developer'
  | 'nobody'

/** What an outcome sentence may mention of the input. Absent values are said in general words. */
export interface Said {
  /** The address or number that was named in the input. */
  readonly recipient?: string
  /** The call's time as `2026-03-29 14:30 UTC`. */
  readonly when?: string
}

export type Sentence = string | ((said: Said) => string)

/** One row of an endpoint's outcome table. */
export interface OutcomeRow {
  readonly kind: OutcomeKind
  readonly title: string
  readonly explanation: Sentence
  readonly nextStep: Sentence
  readonly actsNext: ActsNext
  readonly source: Source
  readonly confidence: Confidence
}

/** An outcome as it is shown and kept: sentences rendered, the CA's numbers beside them. */
export interface Outcome {
  readonly kind: OutcomeKind
  readonly title: string
  readonly explanation: string
  readonly nextStep: string
  readonly actsNext: ActsNext
  /** `errorCode` as the CA gave it, or null when there was none to read. */
  readonly code: number | null
  /** `status` as the CA gave it, or null. */
  readonly status: number | null
  /** The form's field at fault, by the CA's parameter name, when the CA named one. */
  readonly field: string | null
  /** The CA's own words, or null. */
  readonly message: string | null
  readonly source: Source | null
  readonly confidence: Confidence | null
}

/** What we know after trying to ask: nothing left, an answer was read, or something left and no answer was read. */
export type Certainty = 'not-sent' | 'answered' | 'unknown'

/** The end of one call to the CA. `raw` is the reply's text, capped and free of credentials. */
export interface Answer {
  readonly certainty: Certainty
  readonly outcome: Outcome
  readonly raw: string | null
  readonly httpStatus: number | null
  /** Whole milliseconds from the first try to connect to the end. */
  readonly durationMs: number
}
