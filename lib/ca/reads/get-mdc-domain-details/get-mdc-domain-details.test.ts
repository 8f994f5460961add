import { describe, expect, test } from 'vitest'
import { testReadFiles } from '../../testing/read-files.ts'
import { checkRead } from '../check-read.ts'
import { encodeRead } from '../protocols.ts'
import type { DomainControl } from './reply.ts'

const kind = 'get-mdc-domain-details'
const domain = (index: number | null, name: string, more: Partial<DomainControl> = {}): DomainControl => ({
  index,
  name,
  method: 'not-known',
  methodRaw: null,
  emailAddress: null,
  status: 'not-known',
  statusRaw: null,
  ...more,
})
const email = { method: 'email', methodRaw: 'EMAIL' } as const
const validated = { status: 'validated', statusRaw: 'Validated' } as const
const open = { status: 'not-validated', statusRaw: 'Not Validated' } as const

describe('GetMDCDomainDetails', () => {
  testReadFiles(kind, new URL('replies/', import.meta.url), {
    'one-domain': { reply: { domains: [domain(1, 'test.com', { ...email, ...validated })] } },
    'gaps-and-order': {
      reply: {
        domains: [
          domain(1, '*.a.example', {
            method: 'email',
            methodRaw: 'admin@a.example',
            emailAddress: 'admin@a.example',
            status: 'awaiting-brand',
            statusRaw: 'AWAITINGBRAND',
          }),
          domain(2, 'b.example', {
            method: 'cname',
            methodRaw: 'CNAME CSR Hash',
            status: 'validated',
            statusRaw: 'VALIDATED',
          }),
          domain(10, 'c.example', { method: 'https', methodRaw: 'HTTPS CSR Hash', ...open }),
        ],
      },
    },
    'texts-not-listed': {
      reply: {
        domains: [
          domain(1, 'a.example', { methodRaw: 'DNSTXTRNDVAL', statusRaw: 'Almost Validated' }),
          domain(2, 'b.example'),
          domain(3, 'c.example', {
            method: 'http',
            methodRaw: 'HTTP_CSR_HASH',
            status: 'not-validated',
            statusRaw: 'Not-Validated',
          }),
        ],
      },
    },
    'value-twice': {
      reply: {
        domains: [
          domain(1, 'a.example', { statusRaw: 'Validated · Not Validated' }),
          domain(2, 'b.example · c.example', { statusRaw: 'Validated' }),
        ],
      },
    },
    'json-numbered': { reply: { domains: [domain(1, 'a.example', { ...email, ...validated })] } },
    'json-objects': {
      reply: {
        domains: [
          domain(null, 'a.example', { method: 'http', methodRaw: 'HTTP CSR Hash', ...open }),
          domain(null, 'b.example', { ...email, ...validated, emailAddress: 'admin@b.example' }),
        ],
      },
    },
    'json-refused': { outcome: { kind: 'refused', code: -4 } },
    'json-broken': { outcome: { kind: 'unknown', code: null } },
    'no-domains': { reply: { domains: [] } },
    refused: { outcome: { kind: 'refused', code: -16 } },
    'code-above-zero': { outcome: { kind: 'unrecognised', code: 1 } },
  })

  test('the order number goes out alone, with the form of the reply', () => {
    expect(encodeRead({ kind, orderNumber: '123' })).toEqual({
      path: '!GetMDCDomainDetails',
      pairs: [
        ['orderNumber', '123'],
        ['responseFormat', '1'],
      ],
    })
    expect(checkRead({ kind, orderNumber: '123' })).toBeNull()
    expect(checkRead({ kind, orderNumber: '12a' })).toMatch(/digits only/)
  })
})
