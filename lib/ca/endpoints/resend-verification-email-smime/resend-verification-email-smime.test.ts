import { describe, expect, test } from 'vitest'
import { encodeRequest } from '../../protocols.ts'
import { testReplyFiles } from '../../testing/reply-files.ts'

const operation = 'resend-smime-verification-email'

describe('ResendVerificationEmailSMIME', () => {
  testReplyFiles(new URL('replies/', import.meta.url), {
    done: [
      { operation, kind: 'done', code: 0, says: /every address in the certificate/ },
      {
        operation,
        input: { emailAddress: 'a@example.com,b@example.com' },
        kind: 'done',
        code: 0,
        says: /to a@example\.com and b@example\.com/,
      },
    ],
    'done-as-pairs': [{ operation, kind: 'done', code: 0 }],
    'wrong-state': [
      { operation, kind: 'refused', code: -122, message: 'The Certificate is in wrong state.' },
    ],
    'agreement-open': [{ operation, kind: 'refused', code: -123 }],
    'value-not-accepted': [{ operation, kind: 'refused', code: -4, field: 'order' }],
    'zero-and-more': [{ operation, kind: 'unknown', code: null }],
    'code-not-listed': [{ operation, kind: 'unrecognised', code: -126, message: 'Something new.' }],
  })

  test('chosen addresses are sent as one list', () => {
    const input = { emailAddress: 'a@example.com,b@example.com' }
    expect(encodeRequest(operation, '123', input).pairs).toEqual([
      ['orderNumber', '123'],
      ['emailAddress', 'a@example.com,b@example.com'],
    ])
  })

  test('only the order number is sent', () => {
    expect(encodeRequest(operation, '123', {})).toEqual({
      path: '!ResendVerificationEmailSMIME',
      pairs: [['orderNumber', '123']],
    })
  })
})
