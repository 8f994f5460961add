import { describe, expect, test } from 'vitest'
import { encodeRequest } from '../../protocols.ts'
import { testReplyFiles } from '../../testing/reply-files.ts'

const schedule = { operation: 'schedule-callback', input: { preferredTimeUTC: '2031-05-14 13:30' } } as const
const manual = {
  operation: 'request-manual-callback',
  input: { preferredTimeUTC: '2031-05-14 13:30' },
} as const
const phone = { operation: 'replace-callback-phone', input: { phoneNumber: '+49 30 1234' } } as const
const email = { operation: 'switch-callback-to-email', input: { emailAddress: 'a@example.com' } } as const
const resend = { operation: 'resend-callback-email' } as const
const every = [schedule, manual, phone, email, resend]

describe('UpdateUserOvCallback', () => {
  testReplyFiles(new URL('replies/', import.meta.url), {
    done: [
      { ...schedule, kind: 'done', code: 0, status: 1, says: /2031-05-14 13:30 UTC/ },
      { ...manual, kind: 'passed-on', code: 0, status: 1, says: /2031-05-14 13:30 UTC/ },
      { ...phone, kind: 'passed-on', code: 0, status: 1, says: /\+49 30 1234/ },
      { ...email, kind: 'passed-on', code: 0, status: 1, says: /a@example\.com/ },
      { ...resend, kind: 'passed-on', code: 0, status: 1 },
    ],
    'nothing-done': every.map((one) => ({ ...one, kind: 'nothing-done', code: 0, status: 0 })),
    'accepted-without-status': every.map((one) => ({ ...one, kind: 'unrecognised', code: 0 })),
    'status-not-listed': every.map((one) => ({
      ...one,
      kind: 'unrecognised',
      code: 0,
      status: 2,
      says: /status 2/,
    })),
    'status-not-a-number': [{ ...schedule, kind: 'unknown', code: null }],
    'code-twice-with-different-values': [
      { ...schedule, kind: 'unknown', code: null, says: /two different results/ },
    ],
    'value-not-accepted': [
      {
        ...schedule,
        kind: 'refused',
        code: -4,
        field: 'preferredTimeUTC',
        message: "The value of the 'preferredTimeUTC' argument is invalid!",
      },
      { ...phone, kind: 'refused', code: -4 },
    ],
    'value-not-accepted-unescaped': [
      {
        ...schedule,
        kind: 'refused',
        code: -4,
        field: 'extensionNumber',
        message: "The value of the 'EXTENSIONNUMBER' argument is invalid!",
      },
    ],
    'login-refused': every.map((one) => ({ ...one, kind: 'refused', code: -16 })),
    'order-refused-in-latin-1': [{ ...schedule, kind: 'refused', code: -20, message: 'Café Groß' }],
    'code-not-listed': [
      { ...schedule, kind: 'unrecognised', code: -987, message: 'This is new', says: /code -987/ },
    ],
    'maintenance-page': [{ ...schedule, kind: 'unknown', code: null, says: /web page/ }],
    'bare-zero': [{ ...schedule, kind: 'unrecognised', code: 0 }],
  })

  test('each operation sends its action as the CA spells it, in the order of the document', () => {
    const all = {
      preferredTimeUTC: '2031-05-14 13:30',
      extensionNumber: '7',
      language: 'de-de',
      comments: 'Hello',
    }
    expect(encodeRequest('request-manual-callback', '123', all)).toEqual({
      path: '!UpdateUserOvCallback',
      pairs: [
        ['action', 'ManualCallback'],
        ['orderNumber', '123'],
        ['preferredTimeUTC', '2031-05-14 13:30'],
        ['extensionNumber', '7'],
        ['language', 'de-de'],
        ['comments', 'Hello'],
      ],
    })
    const actions = every.map(({ operation }) => encodeRequest(operation, '123', {}).pairs[0]?.[1])
    expect(actions).toEqual([
      'ScheduledCallback',
      'ManualCallback',
      'ReplacePhone',
      'replaceEmailAddress',
      'sendCallbackEmail',
    ])
  })
})
