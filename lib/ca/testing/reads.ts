import { fieldStateRow } from '../reads/collect-ssl/field-states.ts'
import type { CollectSslReply, ExtendedField } from '../reads/collect-ssl/reply.ts'
import type { DomainControl, DomainStatus } from '../reads/get-mdc-domain-details/reply.ts'
import type { OrderReads } from '../steps.ts'

/** Extended statuses as the CA writes them. */
export type Values = Partial<Record<ExtendedField, string>>

/** Every step that an order with an organisation has, and all of them done. */
export const allDone: Values = {
  evClickThroughStatus: '1',
  dcvStatus: '1',
  organizationValidationStatus: '1',
  ovCallBackStatus: '1',
  brandValStatus: '1',
  caaStatus: '1',
}

export const nothingRead: OrderReads = { collectSsl: null, refusedCode: null, domains: null }

/** What CollectSSL told of an order that is being processed. For tests only. */
export const collectSsl = (values: Values, more: Partial<CollectSslReply> = {}): CollectSslReply => ({
  kind: 'collect-ssl',
  code: 0,
  result: 'being-processed',
  certificateStatus: null,
  validationStatus: null,
  fields: Object.fromEntries(
    Object.entries(values).map(([name, raw]) => {
      const row = fieldStateRow(raw)
      return [name, { raw, state: row?.state ?? 'not-known', confidence: row?.confidence ?? null }]
    }),
  ),
  ...more,
})

const texts = { validated: 'Validated', 'not-validated': 'Not Validated', 'awaiting-brand': 'Awaiting Brand' }

export const domainControl = (
  name: string,
  status: DomainStatus,
  more: Partial<DomainControl> = {},
): DomainControl => ({
  index: 1,
  name,
  method: 'email',
  methodRaw: 'EMAIL',
  emailAddress: null,
  status,
  statusRaw: status === 'not-known' ? 'Something new' : texts[status],
  ...more,
})
