import type { Example } from '../../example.ts'

export const examples: readonly Example[] = [
  {
    operation: 'resend-smime-invitation-email',
    name: 'sends the invitation again',
    input: {},
    situation: { order: '10000401' },
    expect: { kind: 'done', code: 0, status: null },
  },
  {
    operation: 'resend-smime-invitation-email',
    name: 'is refused for a revoked certificate',
    input: {},
    situation: { order: '10000406' },
    expect: { kind: 'refused', code: -122, status: null },
  },
  {
    operation: 'resend-smime-invitation-email',
    name: 'is refused before the agreement',
    input: {},
    situation: { order: '10000404' },
    expect: { kind: 'refused', code: -123, status: null },
  },
  {
    operation: 'resend-smime-invitation-email',
    name: 'is unknown when the connection breaks inside the answer',
    input: {},
    situation: { order: '90000004' },
    expect: { kind: 'unknown', code: null, status: null },
  },
]
