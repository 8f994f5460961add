import type { CodeEntry } from '../codes.ts'
import { collectSsl } from './collect-ssl/about.ts'
import { outcomes as collectSslRows } from './collect-ssl/outcomes.ts'
import { getDcvEmailAddressList } from './get-dcv-email-address-list/about.ts'
import { outcomes as getDcvEmailAddressListRows } from './get-dcv-email-address-list/outcomes.ts'
import { getMdcDomainDetails } from './get-mdc-domain-details/about.ts'
import { outcomes as getMdcDomainDetailsRows } from './get-mdc-domain-details/outcomes.ts'
import { readKinds } from './read.ts'
import type { ReadAbout, ReadKind } from './read.ts'
import type { ReadRow } from './wire.ts'

/** Every read, described for people. Client-safe. */
export const reads: Readonly<Record<ReadKind, ReadAbout>> = {
  'collect-ssl': collectSsl,
  'get-mdc-domain-details': getMdcDomainDetails,
  'get-dcv-email-address-list': getDcvEmailAddressList,
}

/** The code tables by read. Client-safe. */
export const readTables: Readonly<Record<ReadKind, readonly ReadRow[]>> = {
  'collect-ssl': collectSslRows,
  'get-mdc-domain-details': getMdcDomainDetailsRows,
  'get-dcv-email-address-list': getDcvEmailAddressListRows,
}

/** One documented code of one read, as the codes page shows it. */
export interface ReadCodeEntry extends CodeEntry {
  readonly read: ReadKind
  readonly code: number
}

/** Every documented code of every read, in the order of the tables, with its source and how sure we are of it. */
export function allReadCodes(): readonly ReadCodeEntry[] {
  return readKinds.flatMap((read) =>
    readTables[read].map(({ code, documentedMessage, ...row }) => ({
      read,
      endpoint: reads[read].path.replace(/^.*[/!]/, ''),
      operations: [],
      code,
      status: null,
      row,
      documentedMessage,
    })),
  )
}
