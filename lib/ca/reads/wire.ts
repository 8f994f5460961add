import type { Pairs } from '../form-encoding.ts'
import type { TableRow } from '../table.ts'
import type { Body } from './body.ts'
import type { ReadAbout, ReadKind, ReadReplies, RequestOf } from './read.ts'

/** One row of a read's table: which code it is for, and what that code means. */
export interface ReadRow extends Omit<TableRow, 'operations' | 'words' | 'status' | 'code'> {
  readonly code: number
  readonly explanation: string
  readonly nextStep: string
}

/** How one read travels. Credentials are not part of it: the client puts them in front. */
export interface ReadWire<K extends ReadKind> {
  readonly about: ReadAbout
  /** The request's pairs in the order of the CA's document, without anything that the document does not list. */
  readonly toPairs: (request: RequestOf<K>) => Pairs
  /** What a body with code zero or above tells; null when its code is in no table of this read. */
  readonly toReply: (body: Body) => ReadReplies[K] | null
  /** Longer replies are given up as no answer of the CA. */
  readonly limitBytes: number
}
