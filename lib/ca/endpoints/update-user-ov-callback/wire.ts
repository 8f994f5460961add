import { readReply } from '../../reply.ts'
import { presentPairs } from '../../wire.ts'
import type { Wire } from '../../wire.ts'
import type { InputField } from '../../operation.ts'

/** The casing of the action names is the CA's own, mixed as it is. */
type Action =
  'ScheduledCallback' | 'ManualCallback' | 'ReplacePhone' | 'replaceEmailAddress' | 'sendCallbackEmail'

function wire(action: Action, names: readonly InputField[]): Wire {
  return {
    path: '!UpdateUserOvCallback',
    toPairs: (orderNumber, input) => [
      ['action', action],
      ['orderNumber', orderNumber],
      ...presentPairs(input, names),
    ],
    readReply,
  }
}

export const wires = {
  'schedule-callback': wire('ScheduledCallback', ['preferredTimeUTC', 'extensionNumber', 'language']),
  'request-manual-callback': wire('ManualCallback', [
    'preferredTimeUTC',
    'extensionNumber',
    'language',
    'comments',
  ]),
  'replace-callback-phone': wire('ReplacePhone', ['phoneNumber']),
  'switch-callback-to-email': wire('replaceEmailAddress', ['emailAddress']),
  'resend-callback-email': wire('sendCallbackEmail', []),
} as const
