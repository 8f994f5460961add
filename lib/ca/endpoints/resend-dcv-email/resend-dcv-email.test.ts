import { describe, expect, test } from 'vitest'
import { encodeRequest } from '../../protocols.ts'
import { testReplyFiles } from '../../testing/reply-files.ts'

const operation = 'resend-dcv-email'

describe('ResendDCVEmail', () => {
  testReplyFiles(new URL('replies/', import.meta.url), {
    accepted: [
      { operation, kind: 'done', code: 0, says: /the last address used/ },
      {
        operation,
        input: { dcvEmailAddress: 'a@example.com' },
        kind: 'done',
        code: 0,
        says: /to a@example\.com/,
      },
    ],
    'accepted-with-a-status': [{ operation, kind: 'unrecognised', code: 0, status: 1 }],
    'argument-missing': [{ operation, kind: 'refused', code: -3, field: 'order' }],
    'address-not-on-list': [{ operation, kind: 'refused', code: -4, field: 'dcvEmailAddress' }],
    'cannot-be-resent': [{ operation, kind: 'refused', code: -4711, says: /cannot be resent/ }],
    'insufficient-permissions': [{ operation, kind: 'refused', code: -4712, says: /no permission/ }],
    'permission-denied': [{ operation, kind: 'refused', code: -91 }],
    'probably-permission': [{ operation, kind: 'refused', code: -90 }],
    'code-not-listed': [{ operation, kind: 'unrecognised', code: -4713, message: 'Call limit reached' }],
  })

  test('one of the two order numbers is sent, never both', () => {
    const input = { dcvEmailAddress: 'a@example.com', dcvTemplateID: '7' }
    expect(encodeRequest(operation, '123', input)).toEqual({
      path: '!ResendDCVEmail',
      pairs: [
        ['orderNumber', '123'],
        ['dcvEmailAddress', 'a@example.com'],
        ['dcvTemplateID', '7'],
      ],
    })
    expect(encodeRequest(operation, '123', { baseOrderNumber: '99' }).pairs).toEqual([
      ['baseOrderNumber', '99'],
    ])
  })
})
