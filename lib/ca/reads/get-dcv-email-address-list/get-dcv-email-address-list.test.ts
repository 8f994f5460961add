import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBytes, testReadFiles } from '../../testing/read-files.ts'
import { checkRead } from '../check-read.ts'
import { encodeRead } from '../protocols.ts'
import { worthAskingAsText } from './ask-as-text.ts'
import type { DcvAddressKind } from './reply.ts'
import { usable } from './usable.ts'

const kind = 'get-dcv-email-address-list'
const one = (address: string, of: DcvAddressKind, key: string, level: number | null = null) => ({
  address,
  kind: of,
  level,
  key,
})
const level = (address: string, number: number, key = `level${number}_email`) =>
  one(address, 'constructed', key, number)

describe('GetDCVEmailAddressList', () => {
  testReadFiles(kind, new URL('replies/', import.meta.url), {
    text: {
      reply: {
        domain: 'www.test-domain.org',
        addresses: [
          one('support@test-domain.org', 'whois', 'whois_email'),
          level('admin@test-domain.org', 2),
          level('postmaster@test-domain.org', 2),
          level('admin@www.test-domain.org', 3),
          level('postmaster@www.test-domain.org', 3),
        ],
      },
    },
    'text-deeper-and-none': {
      reply: {
        domain: 'a.b.c.example.org',
        addresses: [
          level('admin@example.org', 2),
          level('hostmaster@b.c.example.org', 4, 'LEVEL4_EMAIL'),
          one('dns@example.org', 'other', 'new_thing'),
        ],
      },
    },
    'json-flat': {
      reply: {
        domain: 'www.example.org',
        addresses: [
          level('admin@example.org', 2),
          level('postmaster@example.org', 2),
          level('admin@www.example.org', 3),
          one('dns@example.org', 'dns-txt', 'dns_txt_email'),
          one('caa@example.org', 'dns-caa', 'dnsCaaContact'),
        ],
      },
    },
    'json-nested': {
      reply: {
        domain: 'example.org',
        addresses: [
          one('dns@example.org', 'dns-txt', 'data.emails.dnsTxt.email'),
          one('admin@example.org', 'constructed', 'data.emails.constructed'),
          one('hostmaster@example.org', 'other', 'data.more'),
          one('webmaster@example.org', 'other', 'data.more'),
        ],
      },
    },
    'empty-list': { reply: { domain: 'example.org', addresses: [] } },
    'refused-internal': {
      outcome: { kind: 'refused', code: -37, message: 'The domain name is an internal server name.' },
    },
    'refused-ip-address': { outcome: { kind: 'refused', code: -19, message: null } },
    'refused-as-pairs': { outcome: { kind: 'refused', code: -16, message: 'Permission denied' } },
    'json-refused': { outcome: { kind: 'refused', code: -4 } },
    'json-without-code': { outcome: { kind: 'unknown', code: null } },
    'not-a-number': { outcome: { kind: 'unknown', code: null } },
  })

  test('JSON is asked for, because only it has the contact from the DNS, and no product', () => {
    expect(encodeRead({ kind, domainName: '*.example.org' })).toEqual({
      path: '!GetDCVEmailAddressList',
      pairs: [
        ['domainName', '*.example.org'],
        ['responseFormat', '2'],
      ],
    })
  })

  test('text is asked for without naming a form, so that nothing can be refused that the CA does not know', () => {
    expect(encodeRead({ kind, domainName: 'example.org', format: 'text' }).pairs).toEqual([
      ['domainName', 'example.org'],
    ])
  })

  test('text is asked for when JSON cannot be read, is empty or is not known, and after no other refusal', () => {
    const worth = (text: string) => worthAskingAsText(readBytes(kind, Buffer.from(text)))
    for (const text of [
      '',
      '{"emails":["admin@example.org"]}',
      '{"errorCode":0,"errorcode":1}',
      '{"errorCode":0,"domainName":"example.org"}',
      '-2\nUnrecognised argument!',
      '{"errorCode":-4,"errorMessage":"The value of the \'responseFormat\' argument is invalid!"}',
    ])
      expect(worth(text), text).toBe(true)
    for (const text of [
      '{"errorCode":0,"level2_email":"admin@example.org"}',
      '{"errorCode":-16}',
      '-37\nInternal',
      '{"errorCode":-4,"errorMessage":"The value of the \'domainName\' argument is invalid!"}',
      '<html>Maintenance</html>',
    ])
      expect(worth(text), text).toBe(false)
  })

  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/)
  const address = fc.tuple(label, label).map(([box, host]) => `${box}@${host}.example`)
  const entry = fc.tuple(
    fc.constantFrom('level2_email', 'level3_email', 'whois_email', 'dns_txt_email'),
    address,
  )

  test('whatever is listed is read the same from text and from JSON, in either of its likely shapes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(entry, { maxLength: 12, selector: String }), (entries) => {
        const wanted = entries.map(([key, one]) => `${key} ${one}`).toSorted()
        const lists = Object.groupBy(entries, ([key]) => key)
        const bodies = [
          ['0', 'domain_name\twww.a.example', ...entries.map(([key, one]) => `${key}\t ${one}`)].join('\n'),
          JSON.stringify({
            errorCode: 0,
            ...Object.fromEntries(
              Object.entries(lists).map(([key, list]) => [key, list.map(([, one]) => one)]),
            ),
          }),
          JSON.stringify({
            errorCode: 0,
            ...Object.fromEntries(
              Object.entries(lists).map(([key, list]) => [key, list.map(([, one]) => one).join(', ')]),
            ),
          }),
        ]
        for (const body of bodies) {
          const found = readBytes(kind, Buffer.from(body)).reply?.addresses ?? null
          expect(found?.map(({ key, address: one }) => `${key} ${one}`).toSorted(), body).toEqual(wanted)
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each(['www.example.org', '*.example.org', 'xn--bcher-kva.example', '_x.a.example'])(
    '“%s” is asked about',
    (domainName) => expect(checkRead({ kind, domainName })).toBeNull(),
  )

  test.each([
    '',
    'localhost',
    '10.0.0.1',
    'bücher.example',
    'a..b.org',
    'a b.org',
    'a.org\n',
    '-a.org',
    `${'a.'.repeat(127)}org`,
  ])('“%s” is not asked about', (domainName) =>
    expect(checkRead({ kind, domainName })).toMatch(/domain name/),
  )

  test('each kind of address is usable for as long as the rules have it, and an unknown kind is never called usable', () => {
    const at = (of: DcvAddressKind, day: string) => usable(of, Date.parse(`${day}T12:00:00Z`)).state
    expect(at('whois', '2025-07-14')).toBe('usable')
    expect(at('whois', '2025-07-15')).toBe('not-usable')
    for (const of of ['constructed', 'dns-txt', 'dns-caa'] as const) {
      expect(at(of, '2028-03-14')).toBe('usable')
      expect(at(of, '2028-03-15')).toBe('not-usable')
    }
    expect(at('other', '2026-11-23')).toBe('not-known')
    expect(at('other', '2028-03-15')).toBe('not-usable')
    expect(usable('whois', Date.parse('2026-11-23'))).toMatchObject({
      says: expect.stringMatching(/WHOIS any more/),
      source: { document: expect.stringMatching(/SC-080/) },
      confidence: 'documented',
    })
  })
})
