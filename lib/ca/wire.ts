import type { Pairs } from './form-encoding.ts'
import type { Input, InputField } from './operation.ts'
import type { Reply, Unreadable } from './reply.ts'

/** How one operation travels. Credentials are not part of it: the client puts them in front. */
export interface Wire {
  /** The endpoint's name as it stands in the URL, after the base URL. */
  readonly path: string
  /** The request's pairs in the order of the CA's document, without anything that the document does not list. */
  readonly toPairs: (orderNumber: string, input: Input) => Pairs
  readonly readReply: (bytes: Uint8Array, contentType: string | null) => Reply | Unreadable
}

/** Pairs for the fields that have a value, in the order given. Empty means absent. */
export function presentPairs(input: Input, names: readonly InputField[]): Pairs {
  return names.flatMap((name) => {
    const value = input[name]
    return value === undefined || value === '' ? [] : [[name, value] as const]
  })
}
