import type { Confidence } from '../../outcome.ts'
import type { FieldState } from './field-states.ts'

/** The extended statuses, in the spelling of the CA's documents. Their names are compared without regard to case. */
export const extendedFields = [
  'csrStatus',
  'dcvStatus',
  'ovCallBackStatus',
  'organizationValidationStatus',
  'freeDVUPStatus',
  'evClickThroughStatus',
  'brandValStatus',
  'caaStatus',
  'maStatus',
  'evAssumedName',
  'evPhysicalExistence',
  'evOperationalExistence',
  'evSignerApproverRequester',
  'evSignerSecondApproval',
] as const
export type ExtendedField = (typeof extendedFields)[number]

export interface ExtendedStatus {
  /** As the CA wrote it. */
  readonly raw: string
  readonly state: FieldState
  /** How sure we are of what the value means; null when it is in no list. */
  readonly confidence: Confidence | null
}

export interface CollectSslReply {
  readonly kind: 'collect-ssl'
  /** `errorCode`, zero or above. */
  readonly code: number
  /** `not-known` for a code above those that the CA's documents list. */
  readonly result: 'being-processed' | 'available' | 'attached' | 'not-known'
  /** The CA's own words for the certificate and the validation, or null. */
  readonly certificateStatus: string | null
  readonly validationStatus: string | null
  /** A status that the CA did not mention is absent. */
  readonly fields: Readonly<Partial<Record<ExtendedField, ExtendedStatus>>>
}
