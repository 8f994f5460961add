import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { writeForm } from '../form-encoding.ts'
import { orderSteps } from '../steps.ts'
import { readBytes } from '../testing/read-files.ts'
import { checkRead } from './check-read.ts'
import { encodeRead } from './protocols.ts'
import { readKinds } from './read.ts'
import type { ReadRequest } from './read.ts'

/** The CA's words as a looser reader would find them: every escape undone, case and separators gone. */
function words(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\u00([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .toLowerCase()
    .replace(/[\s+_"'\\-]/g, '')
}

function holds(bytes: Uint8Array): void {
  const text = words(bytes)
  const collectSsl = readBytes('collect-ssl', bytes).reply
  for (const [name, { state }] of Object.entries(collectSsl?.fields ?? {}))
    if (state === 'completed') expect(text).toMatch(new RegExp(`${name.toLowerCase()}[=:]1`))
  if (collectSsl !== null && collectSsl.result !== 'being-processed')
    expect(text).toMatch(/^(\u00EF\u00BB\u00BF)?[0-9]|errorcode[=:][1-9]/)
  const domains = readBytes('get-mdc-domain-details', bytes).reply?.domains ?? null
  for (const { status, emailAddress } of domains ?? []) {
    if (status === 'validated') expect(text).toMatch(/dcvstatus[=:]validated/)
    if (emailAddress !== null) expect(emailAddress).toContain('@')
  }
  for (const { address } of readBytes('get-dcv-email-address-list', bytes).reply?.addresses ?? [])
    expect(words(bytes)).toContain(words(Buffer.from(address)))
  const { steps, operations } = orderSteps({ collectSsl, refusedCode: null, domains })
  expect(steps.filter(({ blocking }) => blocking).length).toBeLessThan(2)
  expect(operations).toHaveLength(11)
}

describe('whatever comes back', () => {
  const here = dirname(fileURLToPath(import.meta.url))
  const good = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(here, name)))

  test('arbitrary bytes never throw and claim nothing without the CA’s word', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), holds), { numRuns: 1000 })
  })

  test('good replies, cut, joined and scrambled, never throw and claim nothing without the CA’s word', () => {
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
        .constantFrom('&', '=', '0', '1', '2', '-', ' ', '+', '%', '\n', '\t', '{', '"', ':', 'errorCode=0&')
        .map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 2 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => holds(Buffer.concat(pieces))),
      { numRuns: 4000 },
    )
  })

  test('line ends, a byte order mark and the charset change nothing', () => {
    const text = '0\nlevel2_email\tadmin@a.example\ndcvStatus=1\n'
    for (const kind of readKinds)
      for (const other of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\uFEFF${text}`])
        expect(readBytes(kind, Buffer.from(other))).toEqual(readBytes(kind, Buffer.from(text)))
    const latin1 = Buffer.from('errorCode=0&certificateStatus=Gepr\u00FCft', 'latin1')
    expect(readBytes('collect-ssl', latin1).reply?.certificateStatus).toBe('Geprüft')
  })

  test('any JSON never throws, however deep', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        holds(Buffer.from(json))
        holds(Buffer.from(`{"errorCode":0,"x":${json}}`))
      }),
      { numRuns: 1000 },
    )
    holds(Buffer.from(`{"errorCode":0,"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`))
    holds(Buffer.from('{"errorCode":0,"__proto__":{"domainName":"a.example","dcvStatus":"Validated"}}'))
  })
})

describe('writing a read', () => {
  test('whatever is asked arrives unchanged, and broken or controlling characters are never written', () => {
    let accepted = 0
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.stringMatching(/^[!-~]{1,40}$/),
      fc.stringMatching(/^(\*\.)?[a-z]{1,9}\.[a-z]{2,6}$/),
      fc.stringMatching(/^\d{1,12}$/),
    )
    fc.assert(
      fc.property(fc.constantFrom(...readKinds), text, (kind, value) => {
        const request = { kind, orderNumber: value, domainName: value } as ReadRequest
        if (checkRead(request) !== null) return
        accepted++
        const sent = new URLSearchParams(writeForm(encodeRead(request).pairs))
        expect(sent.get(kind === 'get-dcv-email-address-list' ? 'domainName' : 'orderNumber')).toBe(value)
        expect(value).not.toMatch(/[\p{Cc}\s]/u)
      }),
      { numRuns: 2000 },
    )
    expect(accepted).toBeGreaterThan(300)
  })
})
