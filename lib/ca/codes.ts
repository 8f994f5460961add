import { outcomes as resendCollectionEmailSmime } from './endpoints/resend-collection-email-smime/outcomes.ts'
import { outcomes as resendDcvEmail } from './endpoints/resend-dcv-email/outcomes.ts'
import { outcomes as resendInvitationEmailSmime } from './endpoints/resend-invitation-email-smime/outcomes.ts'
import { outcomes as resendVerificationEmailSmime } from './endpoints/resend-verification-email-smime/outcomes.ts'
import { outcomes as updateUserEvClickThrough } from './endpoints/update-user-ev-click-through/outcomes.ts'
import { outcomes as updateUserOvCallback } from './endpoints/update-user-ov-callback/outcomes.ts'
import { endpointIds } from './operation.ts'
import type { EndpointId, OperationId } from './operation.ts'
import type { OutcomeRow, Sentence } from './outcome.ts'
import type { TableRow } from './table.ts'

/** One documented code or status of one endpoint, as the codes page shows it. */
export interface CodeEntry {
  /** Its name as the CA's documents have it; a read's is none of the operations' endpoints. */
  readonly endpoint: string
  readonly operations: readonly OperationId[]
  /** Null when the CA's document describes the row but its number is not known. */
  readonly code: number | null
  /** Null when the reply carries no status. */
  readonly status: number | null
  /** Sentences are rendered in general words: `explanation` and `nextStep` are strings. */
  readonly row: OutcomeRow & { readonly explanation: string; readonly nextStep: string }
  /** The message as the CA's document has it, or null. */
  readonly documentedMessage: string | null
}

/** The outcome tables by endpoint. Client-safe: plain data and sentences. */
export const tables: Readonly<Record<EndpointId, readonly TableRow[]>> = {
  UpdateUserOvCallback: updateUserOvCallback,
  UpdateUserEvClickThrough: updateUserEvClickThrough,
  ResendDCVEmail: resendDcvEmail,
  ResendCollectionEmailSMIME: resendCollectionEmailSmime,
  ResendVerificationEmailSMIME: resendVerificationEmailSmime,
  ResendInvitationEmailSMIME: resendInvitationEmailSmime,
}

/** Every documented code and status of every endpoint, in the order of the tables, with its source and how sure we are of it. */
export function allCodes(): readonly CodeEntry[] {
  return endpointIds.flatMap((endpoint) => tables[endpoint].map((row) => entry(endpoint, row)))
}

function entry(endpoint: EndpointId, table: TableRow): CodeEntry {
  const { operations, code, status, documentedMessage, kind, title, actsNext, source, confidence } = table
  const [explanation, nextStep] = [inGeneral(table.explanation), inGeneral(table.nextStep)]
  return {
    endpoint,
    operations,
    code,
    status,
    documentedMessage,
    row: { kind, title, explanation, nextStep, actsNext, source, confidence },
  }
}

const inGeneral = (sentence: Sentence): string => (typeof sentence === 'string' ? sentence : sentence({}))
