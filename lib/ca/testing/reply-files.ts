import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decideOutcome } from '../decide.ts'
import type { Input, OperationId } from '../operation.ts'
import type { OutcomeKind } from '../outcome.ts'
import { readReply } from '../protocols.ts'

/** What an endpoint's test expects of one of its reply files. For tests only. */
export interface ExpectedReply {
  readonly operation: OperationId
  readonly input?: Input
  readonly kind: OutcomeKind
  readonly code: number | null
  readonly status?: number | null
  readonly field?: string
  readonly message?: string
  /** Words that the explanation owes the reader. */
  readonly says?: RegExp
}

/** One test for each file of `replies/`; a file that nothing is expected of is an error. */
export function testReplyFiles(
  directory: URL,
  expected: Readonly<Record<string, readonly ExpectedReply[]>>,
): void {
  test('every reply file is expected, and every expected one is there', () => {
    expect(readdirSync(directory).sort()).toEqual(
      Object.keys(expected)
        .map((name) => `${name}.txt`)
        .sort(),
    )
  })
  for (const [name, expectations] of Object.entries(expected))
    for (const { operation, input = {}, kind, code, status = null, field, message, says } of expectations)
      test(`“${name}” means ${kind} for ${operation}`, () => {
        const bytes = readFileSync(new URL(`${name}.txt`, directory))
        const outcome = decideOutcome(operation, input, readReply(operation, bytes, null))
        expect(outcome).toMatchObject({ kind, code, status, field: field ?? null })
        if (message !== undefined) expect(outcome.message).toBe(message)
        if (says !== undefined) expect(outcome.explanation).toMatch(says)
      })
}
