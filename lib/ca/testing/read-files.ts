import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readBody } from '../reads/body.ts'
import { decideRead } from '../reads/decide.ts'
import type { ReadEnd, ReadKind } from '../reads/read.ts'

/** Bytes in, value out, as the client does it with HTTP 200. For tests only. */
export function readBytes<K extends ReadKind>(
  kind: K,
  bytes: Uint8Array,
  contentType: string | null = null,
): ReadEnd<K> {
  return decideRead(
    kind,
    readBody(bytes, contentType, (text) => text),
  )
}

/** One test for each file of `replies/`; a file that nothing is expected of is an error. */
export function testReadFiles<K extends ReadKind>(
  kind: K,
  directory: URL,
  expected: Readonly<Record<string, { reply: unknown } | { outcome: unknown }>>,
): void {
  test('every reply file is expected, and every expected one is there', () => {
    expect(readdirSync(directory).sort()).toEqual(
      Object.keys(expected)
        .map((name) => `${name}.txt`)
        .sort(),
    )
  })
  test.each(Object.entries(expected))('“%s” is read as expected', (name, expectation) => {
    const end = readBytes(kind, readFileSync(new URL(`${name}.txt`, directory)))
    if ('reply' in expectation) expect(end.reply).toEqual({ kind, ...(expectation.reply as object) })
    else expect(end).toMatchObject({ reply: null, outcome: expectation.outcome })
  })
}
