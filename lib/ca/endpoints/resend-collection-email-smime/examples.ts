import type { Example } from '../../example.ts'

export const examples: readonly Example[] = [
  {
    operation: 'resend-smime-collection-email',
    name: 'sends the collection e-mail again',
    input: {},
    situation: { order: '10000403' },
    expect: { kind: 'done', code: 0, status: null },
  },
  {
    operation: 'resend-smime-collection-email',
    name: 'is refused for a revoked certificate',
    input: {},
    situation: { order: '10000406' },
    expect: { kind: 'refused', code: -122, status: null },
  },
  {
    operation: 'resend-smime-collection-email',
    name: 'is refused before the agreement',
    input: {},
    situation: { order: '10000404' },
    expect: { kind: 'refused', code: -123, status: null },
  },
  {
    operation: 'resend-smime-collection-email',
    name: 'is refused while other steps are open',
    input: {},
    situation: { order: '10000405' },
    expect: { kind: 'refused', code: -124, status: null },
  },
  {
    operation: 'resend-smime-collection-email',
    name: 'is refused before the certificate is issued',
    input: {},
    situation: { order: '10000407' },
    expect: { kind: 'refused', code: -125, status: null },
  },
  {
    operation: 'resend-smime-collection-email',
    name: 'is refused in letters beyond ASCII',
    input: {},
    situation: { order: '90000010' },
    expect: { kind: 'refused', code: -122, status: null },
  },
  {
    operation: 'resend-smime-collection-email',
    name: 'is unknown when far too much comes back',
    input: {},
    situation: { order: '90000011' },
    expect: { kind: 'unknown', code: null, status: null },
  },
]
