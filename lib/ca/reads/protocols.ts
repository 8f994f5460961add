import 'server-only'
import type { Pairs } from '../form-encoding.ts'
import { wire as collectSsl } from './collect-ssl/wire.ts'
import { wire as getDcvEmailAddressList } from './get-dcv-email-address-list/wire.ts'
import { wire as getMdcDomainDetails } from './get-mdc-domain-details/wire.ts'
import type { ReadKind, ReadRequest, RequestOf } from './read.ts'
import type { ReadWire } from './wire.ts'

/** Every read's wire mapping; the compiler insists on completeness. */
export const wires: { readonly [K in ReadKind]: ReadWire<K> } = {
  'collect-ssl': collectSsl,
  'get-mdc-domain-details': getMdcDomainDetails,
  'get-dcv-email-address-list': getDcvEmailAddressList,
}

/** Writes a read as the CA's document has it, without credentials. */
export function encodeRead(request: ReadRequest): { readonly path: string; readonly pairs: Pairs } {
  return { path: wires[request.kind].about.path, pairs: pairsOf(request.kind, request) }
}

function pairsOf<K extends ReadKind>(kind: K, request: RequestOf<K>): Pairs {
  return wires[kind].toPairs(request)
}
