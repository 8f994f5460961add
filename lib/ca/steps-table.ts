import type { OperationId } from './operation.ts'
import type { ActsNext, Confidence, Source } from './outcome.ts'
import type { FieldState } from './reads/collect-ssl/field-states.ts'
import type { ExtendedField } from './reads/collect-ssl/reply.ts'
import { changelog, codes, faq, openprovider, validationManager, values } from './steps-sources.ts'

/** The steps of an order, in the order in which they happen. `csr` and `ev-checks` are shown only when the CA speaks of them. */
export const stepKinds = [
  'csr',
  'agreement',
  'domain-control',
  'organisation',
  'ev-checks',
  'callback',
  'brand',
  'caa',
  'issued',
] as const
export type StepKind = (typeof stepKinds)[number]

export type StepState = 'done' | 'waiting' | 'blocked' | 'not-needed' | 'not-known'

/** What one state of a step means: who acts next, in a sentence, and where that is from. */
export interface StepRow {
  readonly state: StepState
  readonly actsNext: ActsNext
  readonly says: string
  readonly helps: readonly OperationId[]
  readonly source: Source
  readonly confidence: Confidence
}

export interface StepTable {
  readonly title: string
  /** The CA's field that tells the step's state; `issued` and `ev-checks` are told by more than one. */
  readonly field: ExtendedField | null
  /** Steps that have to be done before this one can move. */
  readonly after: readonly StepKind[]
  readonly rows: Readonly<Record<Exclude<FieldState, 'not-known'>, StepRow>>
}

interface Words {
  readonly done: string
  readonly notNeeded: string
  readonly open: string
  readonly inProgress: string
  readonly actsNext: ActsNext
  /** Who acts next while the CA is at it; the same person as before when left out. */
  readonly actsNextInProgress?: ActsNext
  readonly helps: readonly OperationId[]
  /** Of what to do about it. */
  readonly source: Source
}

/** Done and not needed rest on the values' meaning (second-hand); what an open value means for the step is our reading (inferred). */
const rowsOf = (words: Words): StepTable['rows'] => {
  const rest = { actsNext: 'nobody', helps: [], source: values, confidence: 'second-hand' } as const
  const { actsNext, helps, source } = words
  const open = { state: 'waiting', helps, source, confidence: 'inferred' } as const
  return {
    completed: { ...rest, state: 'done', says: words.done },
    'not-required': { ...rest, state: 'not-needed', says: words.notNeeded },
    open: { ...open, actsNext, says: words.open },
    'in-progress': { ...open, actsNext: words.actsNextInProgress ?? actsNext, says: words.inProgress },
  }
}

/** Every step with the meaning of every state of it. */
export const stepTables: Readonly<Record<StepKind, StepTable>> = {
  csr: {
    title: 'Certificate request',
    field: 'csrStatus',
    after: [],
    rows: rowsOf({
      done: 'The CA has accepted the certificate request (CSR).',
      notNeeded: 'This order needs no certificate request.',
      open: 'The CA has not accepted the certificate request (CSR) yet. If that stays so, the customer has to hand in another one.',
      inProgress: 'The CA is looking at the certificate request (CSR).',
      actsNext: 'the customer',
      actsNextInProgress: 'CA staff',
      helps: [],
      source: values,
    }),
  },
  agreement: {
    title: 'Agreement',
    field: 'evClickThroughStatus',
    after: [],
    rows: rowsOf({
      done: 'The customer has signed the agreement.',
      notNeeded: 'This order needs no agreement by e-mail.',
      open: 'The agreement is not signed. The customer signs it behind the link in the agreement e-mail.',
      inProgress:
        'The agreement is under way. The customer signs it behind the link in the agreement e-mail.',
      actsNext: 'the customer',
      helps: ['resend-click-through-email', 'replace-click-through-email'],
      source: faq,
    }),
  },
  'domain-control': {
    title: 'Domain control',
    field: 'dcvStatus',
    after: [],
    rows: rowsOf({
      done: 'Control of the domain is proven.',
      notNeeded: 'This order proves no domain.',
      open: 'Control of the domain is not proven. With e-mail, its owner enters the code from the domain control e-mail; otherwise the DNS record or the file has to be in place.',
      inProgress:
        'The CA is checking control of the domain. With e-mail, its owner may still have to enter the code.',
      actsNext: 'the domain’s owner',
      helps: ['resend-dcv-email'],
      source: validationManager,
    }),
  },
  organisation: {
    title: 'Organisation',
    field: 'organizationValidationStatus',
    after: [],
    rows: rowsOf({
      done: 'The CA has checked the organisation.',
      notNeeded: 'This order names no organisation that has to be checked.',
      open: 'The CA has not finished checking the organisation. If it lacks documents, the customer uploads them in the CA’s Validation Manager.',
      inProgress:
        'The CA is checking the organisation. If it lacks documents, the customer uploads them in the CA’s Validation Manager.',
      actsNext: 'CA staff',
      helps: [],
      source: validationManager,
    }),
  },
  'ev-checks': {
    title: 'Further checks for EV',
    field: null,
    after: [],
    rows: rowsOf({
      done: 'The further checks for extended validation are completed.',
      notNeeded: 'This order needs no further checks for extended validation.',
      open: 'At least one of the further checks for extended validation is open.',
      inProgress: 'The CA is at the further checks for extended validation.',
      actsNext: 'CA staff',
      helps: [],
      source: changelog,
    }),
  },
  callback: {
    title: 'Callback',
    field: 'ovCallBackStatus',
    after: ['agreement', 'organisation'],
    rows: rowsOf({
      done: 'The callback is done.',
      notNeeded: 'This order needs no callback.',
      open: 'The callback is not done. The customer takes the call, at once or at a time that is booked, and uses the code that is read out.',
      inProgress:
        'The callback is under way. The customer takes the call and uses the code that is read out.',
      actsNext: 'the customer',
      helps: [
        'schedule-callback',
        'request-manual-callback',
        'resend-callback-email',
        'replace-callback-phone',
        'switch-callback-to-email',
      ],
      source: openprovider,
    }),
  },
  brand: {
    title: 'Brand review',
    field: 'brandValStatus',
    after: [],
    rows: rowsOf({
      done: 'The CA has no objection to the name.',
      notNeeded: 'The name needs no review.',
      open: 'The CA has not finished reviewing the name, for example because it looks like a brand. That takes one to two working days.',
      inProgress: 'The CA’s staff are reviewing the name. That takes one to two working days.',
      actsNext: 'CA staff',
      helps: [],
      source: changelog,
    }),
  },
  caa: {
    title: 'CAA check',
    field: 'caaStatus',
    after: [],
    rows: rowsOf({
      done: 'The domain’s CAA records allow this CA.',
      notNeeded: 'This order needs no CAA check.',
      open: 'The CAA check is not passed: either it has not run yet, or a CAA record in the DNS does not name this CA. The domain’s owner can look at the record.',
      inProgress: 'The CA is checking the domain’s CAA records.',
      actsNext: 'the domain’s owner',
      actsNextInProgress: 'nobody',
      helps: [],
      source: changelog,
    }),
  },
  issued: {
    title: 'Issued',
    field: null,
    after: ['csr', 'agreement', 'domain-control', 'organisation', 'ev-checks', 'callback', 'brand', 'caa'],
    rows: rowsOf({
      done: 'The certificate is issued.',
      notNeeded: 'There is no certificate to issue.',
      open: 'The certificate is not issued. All steps before are done, so the CA should issue it by itself; if it stays like this, ask the CA’s support.',
      inProgress: 'The CA is issuing the certificate right now.',
      actsNext: 'CA staff',
      actsNextInProgress: 'nobody',
      helps: [],
      source: codes,
    }),
  },
}
