import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pushLimits, readPush, reportMeaning } from './read-push.ts'
import { reportRows } from './report-rows.ts'

const read = (text: string, type: string | null = null) => {
  const result = readPush(Buffer.from(text, 'latin1'), type)
  if (!result.ok) throw new Error(result.why)
  return result.report
}
const nameOfEvent = (events: readonly string[] | null) => events?.[0] ?? 'Anything'

describe('what the CA reports', () => {
  test.each(reportRows)('statusCode $statusCode with status $status is known: $title', (row) => {
    const { status, statusCode, documentedDesc } = row
    const query = { eventType: nameOfEvent(row.events), status, statusCode: statusCode ?? '0' }
    const form = new URLSearchParams({
      orderNumber: '1',
      certificateID: '2',
      ...query,
      statusDesc: documentedDesc,
    })
    expect(read(form.toString())).toMatchObject({
      orderNumber: '1',
      certificateID: '2',
      statusDesc: documentedDesc,
      known: true,
      kind: row.kind,
      title: row.title,
      source: { document: expect.stringContaining('Sectigo') },
      confidence: row.confidence,
      raw: [],
    })
  })

  test('names and words are read without regard to case, from a form or from JSON', () => {
    const known = { orderNumber: '10000101', eventType: 'CALLBACK', status: 'Verified', known: true }
    expect(read('ORDERNUMBER=10000101&EventType=CALLBACK&sTaTus=Verified')).toMatchObject(known)
    const json =
      '{"OrderNumber":"10000101","eventtype":"CALLBACK","Status":"Verified","list":["a",1],"no":null}'
    expect(read(json, 'application/json')).toMatchObject({
      ...known,
      raw: [
        { name: 'list', value: '["a",1]' },
        { name: 'no', value: '' },
      ],
    })
    expect(read('{"orderNumber":10000101}')).toMatchObject({ orderNumber: '10000101' })
  })

  test.each([
    'status=issued&statusCode=6',
    'eventType=Certificate&status=issued',
    'eventType=Certificate&statusCode=6',
    'eventType=Certificate&status=issued&statusCode=7',
    'eventType=Certificate&status=issued&statusCode=99',
    'eventType=Certificate&status=verified&statusCode=0',
    'eventType=CallBack&status=issued&statusCode=6',
    'eventType=SiteLockFreemium&status=issued&statusCode=6',
    'eventType=MasterAccount&status=click-through',
    'eventType=Certificate&status=issued&statusCode=6&status=revoked',
    'eventType=Certificate&status=not+issued&statusCode=6',
    '',
  ])('“%s” is not in the table as it stands, so it means nothing', (query) => {
    expect(read(query)).toMatchObject({
      known: false,
      kind: null,
      actsNext: null,
      source: null,
      confidence: null,
    })
  })

  test('what is not known is kept as it was sent, both values of one that is said twice', () => {
    expect(
      read('orderNumber=1&eventType=X&status=a&statusCode=99&status=b&removedDomains=a.example&x=%C3%A9%00'),
    ).toEqual({
      orderNumber: '1',
      certificateID: null,
      eventType: 'X',
      statusCode: '99',
      status: null,
      statusDesc: null,
      ...reportMeaning({ eventType: 'X', status: null, statusCode: '99' }),
      title: 'event “X”, no status (99)',
      raw: [
        { name: 'status', value: 'a' },
        { name: 'status', value: 'b' },
        { name: 'removeddomains', value: 'a.example' },
        { name: 'x', value: 'é\\x00' },
      ],
    })
    expect(read('orderNumber=1&orderNumber=2').orderNumber).toBeNull()
    expect(read('orderNumber=1%00')).toMatchObject({
      orderNumber: null,
      raw: [{ name: 'ordernumber', value: '1\\x00' }],
    })
  })

  test('neither certificates nor codes that may open something are kept, only their length', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
    const form = new URLSearchParams({
      certificate: pem,
      caCertificate: 'MIIB',
      other: pem,
      verificationCode: '314159',
    })
    const { raw } = read(`${form}&caCertificate=MIIC`)
    expect(raw.map(({ name, value }) => `${name} ${value}`)).toEqual([
      `certificate [certificate, ${pem.length} characters]`,
      'cacertificate [certificate, 4 characters]',
      `other [certificate, ${pem.length} characters]`,
      'verificationcode [code, 6 characters, not kept]',
      'cacertificate [certificate, 4 characters]',
    ])
  })

  test('bytes, parameters and characters beyond the limits are not taken', () => {
    expect(readPush(new Uint8Array(pushLimits.bytes + 1), null)).toEqual({ ok: false, why: 'too-large' })
    const many = read(Array.from({ length: 5000 }, (_, at) => `n${at}=${'v'.repeat(5)}`).join('&'))
    expect(many.raw).toHaveLength(pushLimits.parameters + 1)
    expect(many.raw.at(-1)?.value).toBe('[4900 more parameters]')
    const long = read(Array.from({ length: 50 }, (_, at) => `n${at}=${'é'.repeat(600)}`).join('&'))
    expect(JSON.stringify(long.raw).length).toBeLessThan(2 * pushLimits.values + 5000)
    expect(read(`status=${'x'.repeat(65)}`)).toMatchObject({ status: null, raw: [{ name: 'status' }] })
  })

  test('JSON too deep to write down again is no JSON, and still no error', () => {
    expect(read(`{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`)).toMatchObject({ orderNumber: null })
  })
})

describe('whatever is sent', () => {
  const word = fc.constantFrom(
    ...reportRows.flatMap(({ status, statusCode }) => [status, statusCode ?? '0']),
    'x',
    '',
  )
  const name = fc.constantFrom(
    'orderNumber',
    'EVENTTYPE',
    'status',
    'statusCode',
    'statusDesc',
    'certificate',
    'y',
  )
  const value = fc.oneof(
    word,
    fc.constantFrom('Certificate', 'CallBack', 'Other'),
    fc.string({ unit: 'binary' }),
  )
  const pairs = fc.array(fc.tuple(name, value), { maxLength: 12 })

  const holds = (bytes: Uint8Array, type: string | null) => {
    const result = readPush(bytes, type)
    if (!result.ok) return
    const { report } = result
    expect(JSON.stringify(report).length).toBeLessThan(8 * pushLimits.bytes)
    expect(JSON.stringify(report)).not.toMatch(/\\u0000|[\u200B\u2028]/)
    if (!report.known) expect([report.kind, report.actsNext, report.source]).toEqual([null, null, null])
    else
      expect(
        reportRows.some(
          (row) =>
            row.status === report.status?.toLowerCase() &&
            (row.statusCode === null || row.statusCode === report.statusCode) &&
            (row.events === null || row.events.includes(report.eventType?.toLowerCase() ?? '')),
        ),
      ).toBe(true)
  }

  test('arbitrary bytes never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.option(fc.string()), holds), {
      numRuns: 2000,
    })
  })

  test('documented words in any combination are known only where the CA’s table has them together', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const form = new URLSearchParams(all.map(([key, text]) => [key, text.toWellFormed()]))
        holds(Buffer.from(form.toString()), null)
        holds(Buffer.from(JSON.stringify(Object.fromEntries(all))), 'application/json')
      }),
      { numRuns: 2000 },
    )
  })
})
