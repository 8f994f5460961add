import { checkOrderNumber } from '../inputs.ts'
import { checkDomainName } from './get-dcv-email-address-list/input.ts'
import type { ReadRequest } from './read.ts'

/** Checks what a read asks about. Answers with a sentence for the person, or null when it is fine. */
export function checkRead(request: ReadRequest): string | null {
  if (request.kind === 'get-dcv-email-address-list') return checkDomainName(request.domainName)
  const sentence = checkOrderNumber(null, request.orderNumber)
  if (sentence !== null) return sentence
  return request.kind === 'get-mdc-domain-details' && !/^[0-9]+$/.test(request.orderNumber)
    ? 'For this read the order number has digits only.'
    : null
}
