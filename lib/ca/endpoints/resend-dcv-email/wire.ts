import { readReply } from '../../reply.ts'
import { presentPairs } from '../../wire.ts'
import type { Wire } from '../../wire.ts'

const resendDcvEmail: Wire = {
  path: '!ResendDCVEmail',
  toPairs: (orderNumber, input) => [
    // Each number is "required if the other is absent"; what both together mean is nowhere said, so only one is ever sent.
    ...(input.baseOrderNumber === undefined ? [['orderNumber', orderNumber] as const] : []),
    ...presentPairs(input, ['baseOrderNumber', 'dcvEmailAddress', 'dcvTemplateID']),
  ],
  readReply,
}

export const wires = { 'resend-dcv-email': resendDcvEmail } as const
