import { describe, expect, test } from 'vitest'
import { encodeRequest } from '../../protocols.ts'
import { testReplyFiles } from '../../testing/reply-files.ts'

const resend = { operation: 'resend-click-through-email' } as const
const replace = {
  operation: 'replace-click-through-email',
  input: { adminEmailAddress: 'a@example.com' },
} as const

describe('UpdateUserEvClickThrough', () => {
  testReplyFiles(new URL('replies/', import.meta.url), {
    done: [
      { ...resend, kind: 'done', code: 0, status: 1, message: 'Successfully completed' },
      { ...replace, kind: 'done', code: 0, status: 1, says: /replaced .*a@example\.com/ },
    ],
    'nothing-done': [resend, replace].map((one) => ({ ...one, kind: 'nothing-done', code: 0, status: 0 })),
    'address-was-the-same': [
      { ...replace, kind: 'done', code: 0, status: 2, says: /already a@example\.com, so it was not changed/ },
      { ...resend, kind: 'unrecognised', code: 0, status: 2 },
    ],
    'order-refused': [{ ...resend, kind: 'refused', code: -20, message: 'The order has been cancelled%2' }],
    'permission-denied': [{ ...replace, kind: 'refused', code: -91, message: 'Permission denied' }],
    'argument-missing': [
      { ...replace, kind: 'refused', code: -3, field: 'adminEmailAddress' },
      { ...resend, kind: 'refused', code: -3 },
    ],
    'accepted-without-status': [resend, replace].map((one) => ({ ...one, kind: 'unrecognised', code: 0 })),
  })

  test('each operation sends its action as the CA spells it', () => {
    expect(encodeRequest('resend-click-through-email', '1', {}).pairs).toEqual([
      ['action', 'ResendEmail'],
      ['orderNumber', '1'],
    ])
    expect(encodeRequest('replace-click-through-email', '1', replace.input)).toEqual({
      path: '!UpdateUserEvClickThrough',
      pairs: [
        ['action', 'ReplaceMailAddress'],
        ['orderNumber', '1'],
        ['adminEmailAddress', 'a@example.com'],
      ],
    })
  })
})
