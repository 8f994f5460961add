import { describe, expect, test } from 'vitest'
import { encodeRequest } from '../../protocols.ts'
import { testReplyFiles } from '../../testing/reply-files.ts'

const operation = 'resend-smime-collection-email'

describe('ResendCollectionEmailSMIME', () => {
  testReplyFiles(new URL('replies/', import.meta.url), {
    done: [{ operation, kind: 'done', code: 0 }],
    'done-as-pairs': [{ operation, kind: 'done', code: 0 }],
    'wrong-state': [
      { operation, kind: 'refused', code: -122, message: 'The Certificate is in wrong state.' },
    ],
    'agreement-open': [{ operation, kind: 'refused', code: -123 }],
    'value-not-accepted': [{ operation, kind: 'refused', code: -4, field: 'order' }],
    'zero-and-more': [{ operation, kind: 'unknown', code: null }],
    'code-not-listed': [{ operation, kind: 'unrecognised', code: -126, message: 'Something new.' }],
  })

  test('only the order number is sent', () => {
    expect(encodeRequest(operation, '123', {})).toEqual({
      path: '!ResendCollectionEmailSMIME',
      pairs: [['orderNumber', '123']],
    })
  })
})
