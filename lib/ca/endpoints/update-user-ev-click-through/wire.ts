import type { InputField } from '../../operation.ts'
import { readReply } from '../../reply.ts'
import { presentPairs } from '../../wire.ts'
import type { Wire } from '../../wire.ts'

function wire(action: 'ReplaceMailAddress' | 'ResendEmail', names: readonly InputField[]): Wire {
  return {
    path: '!UpdateUserEvClickThrough',
    toPairs: (orderNumber, input) => [
      ['action', action],
      ['orderNumber', orderNumber],
      ...presentPairs(input, names),
    ],
    readReply,
  }
}

export const wires = {
  'resend-click-through-email': wire('ResendEmail', []),
  'replace-click-through-email': wire('ReplaceMailAddress', ['adminEmailAddress']),
} as const
