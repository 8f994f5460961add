import type { Example } from '../../example.ts'

export const examples: readonly Example[] = [
  {
    operation: 'resend-smime-verification-email',
    name: 'sends to every address in the certificate',
    input: {},
    situation: { order: '10000402' },
    expect: { kind: 'done', code: 0, status: null },
  },
  {
    operation: 'resend-smime-verification-email',
    name: 'sends to chosen addresses',
    input: { emailAddress: 'labor@gewaesserkunde.example,presse@gewaesserkunde.example' },
    situation: { order: '10000402' },
    expect: { kind: 'done', code: 0, status: null },
  },
  {
    operation: 'resend-smime-verification-email',
    name: 'is refused for an address that is not in the certificate',
    input: { emailAddress: 'someone@example.com' },
    situation: { order: '10000402' },
    expect: { kind: 'refused', code: -4, status: null, field: 'emailAddress' },
  },
  {
    operation: 'resend-smime-verification-email',
    name: 'is refused before the agreement',
    input: {},
    situation: { order: '10000404' },
    expect: { kind: 'refused', code: -123, status: null },
  },
  {
    operation: 'resend-smime-verification-email',
    name: 'is unknown when the server points elsewhere',
    input: {},
    situation: { order: '90000008' },
    expect: { kind: 'unknown', code: null, status: null },
  },
]
