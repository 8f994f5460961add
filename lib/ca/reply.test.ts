import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { visibleText } from './bytes.ts'
import { decideOutcome } from './decide.ts'
import { operationIds } from './operation.ts'
import type { OperationId } from './operation.ts'
import { readReply } from './protocols.ts'

const id = 'schedule-callback'
const read = (text: string | Uint8Array, type: string | null = null) =>
  readReply(id, typeof text === 'string' ? Buffer.from(text, 'utf8') : text, type)

describe('reading a reply', () => {
  test.each([
    'errorCode=0&status=1',
    'ERRORCODE=0&STATUS=1',
    'status=1&errorCode=0',
    ' errorCode = 0 & status = 1 ',
    'errorCode=+0&status=1%20',
    'error%43ode=%30&status=1',
    '\uFEFFerrorCode=0&status=1\r\n\r\n',
    '&errorCode=0&&status=1&',
    'errorCode=0&errorCode=0&status=1&status=1',
    'errorCode=0&status=1&filler=100%25%',
    'errorCode=0&errorMessage=&status=1',
  ])('“%s” is code 0 and status 1', (text) => {
    expect(read(text)).toMatchObject({ readable: true, errorCode: 0, status: 1 })
  })

  test.each([
    '',
    ' \r\n',
    '0x0',
    '1e0',
    '0.0',
    '-0',
    '00',
    '-016',
    '--1',
    '1_000',
    '٠',
    'Infinity',
    '99999999999',
    'OK',
    '0 OK',
    '0\nOK',
    '0&status=1',
    'errorCode=',
    'errorCode=0x0&status=1',
    'errorCode=0.0&status=1',
    'errorCode=0 0&status=1',
    'errorCode=0\nstatus=1',
    'errorCode=0&status=0x1',
    'errorCode=0&status=1&status=0',
    'errorCode=0&errorCode=&status=1',
    'errorCode=0&status=1&junk',
    'status=1',
    'Sorry! <a href="?a&errorCode=0&status=1&b">',
    '<html>0</html>',
    'Proxy error & <body>&errorCode=0&status=1&</body>',
    '{"errorCode":0,"status":1}',
    'xerrorCode=0&status=1',
  ])('“%s” cannot be read, so it can never be done', (text) => {
    expect(read(text).readable).toBe(false)
    expect(decideOutcome(id, {}, read(text))).toMatchObject({ kind: 'unknown', code: null, status: null })
  })

  test('messages come out in any encoding and any escaping', () => {
    const message = (text: string | Uint8Array, type?: string) => {
      const reply = read(text, type)
      return reply.readable ? reply.errorMessage : null
    }
    expect(message('errorCode=-20&errorMessage=Caf%C3%A9+Gro%C3%9F')).toBe('Café Groß')
    expect(message('errorCode=-20&errorMessage=Café Groß')).toBe('Café Groß')
    expect(message(Buffer.from('errorCode=-20&errorMessage=Café', 'latin1'))).toBe('Café')
    expect(message(Buffer.from([...Buffer.from('errorCode=-20&errorMessage='), 0x93, 0xe9, 0x94]))).toBe(
      '“é”',
    )
    expect(message('errorCode=-20&errorMessage=%93%E9%94')).toBe('“é”')
    expect(message('errorCode=-20&errorMessage=%C3%A9', 'text/plain; charset=ISO-8859-1')).toBe('Ã©')
    expect(message('errorCode=-20&errorMessage=100%+of %zz & more=less')).toBe('100% of %zz')
    expect(message('errorCode=-20&errorMessage=R&D is closed')).toBe('R&D is closed')
    expect(message('-20\r\n\r\nFirst line.\r\nSecond line.\r\n')).toBe('First line. Second line.')
    expect(message(`errorCode=-20&errorMessage=${'x'.repeat(9000)}`)).toHaveLength(2000)
  })

  test('a refusal stays a refusal, however badly the rest is written', () => {
    expect(read('errorCode=-16&status=??&<b>=1')).toMatchObject({ readable: true, errorCode: -16 })
  })

  test('a positive code is not recognised, in both forms', () => {
    for (const text of ['7', 'errorCode=1', 'errorCode=1&status=1'])
      for (const operation of operationIds)
        expect(decideOutcome(operation, {}, readReply(operation, Buffer.from(text), null)).kind).toBe(
          'unrecognised',
        )
  })
})

describe('whatever comes back', () => {
  const endpoints = join(dirname(fileURLToPath(import.meta.url)), 'endpoints')
  const good = readdirSync(endpoints, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(endpoints, name)))
  const operation = fc.constantFrom(...operationIds)

  /** The CA's word, looked for by other means than the reader's: a lone 0, or errorCode 0 with the status that counts. */
  function saysSo(bytes: Uint8Array, of: OperationId): boolean {
    const text = Buffer.from(bytes)
      .toString('latin1')
      .replace(/^\u00EF\u00BB\u00BF/, '')
    const statusNeeded = /callback|click-through/.test(of)
    if (!statusNeeded && /^\s*0\s*$/.test(text)) return true
    const plain = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    const zero = /(^|&)[\s+]*errorcode[\s+]*=[\s+]*0[\s+]*(&|$)/i.test(plain)
    return zero && (!statusNeeded || /(^|&)[\s+]*status[\s+]*=[\s+]*[12][\s+]*(&|$)/i.test(plain))
  }
  const holds = (of: OperationId, bytes: Uint8Array) => {
    const outcome = decideOutcome(of, {}, readReply(of, bytes, null))
    if (outcome.kind === 'done' || outcome.kind === 'passed-on') expect(saysSo(bytes, of)).toBe(true)
    expect(visibleText(bytes).isWellFormed()).toBe(true)
    expect(visibleText(bytes)).not.toContain('\u0000')
  }

  test('arbitrary bytes never throw and never read as done without the CA’s word', () => {
    fc.assert(
      fc.property(operation, fc.uint8Array({ maxLength: 200 }), (of, bytes) => holds(of, bytes)),
      { numRuns: 2000 },
    )
  })

  test('good replies, cut, joined and scrambled, never throw and never read as done without the CA’s word', () => {
    const piece = fc.oneof(
      fc
        .constantFrom(...good)
        .chain((bytes) =>
          fc
            .tuple(fc.nat(bytes.length), fc.nat(bytes.length))
            .map(([a, b]) => bytes.subarray(Math.min(a, b), Math.max(a, b))),
        ),
      fc.constantFrom(...good),
      fc
        .constantFrom('&', '=', '0', '1', '2', '-', ' ', '+', '%', '\n', '<', '\0', 'errorCode', 'status')
        .map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 2 }),
    )
    fc.assert(
      fc.property(operation, fc.array(piece, { maxLength: 5 }), (of, pieces) =>
        holds(of, Buffer.concat(pieces)),
      ),
      { numRuns: 5000 },
    )
  })
})
