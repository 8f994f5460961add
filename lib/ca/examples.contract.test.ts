import { describe, expect, test } from 'vitest'
import { createCaClient } from './client.ts'
import { allCodes } from './codes.ts'
import { examples } from './examples.ts'
import { call, client, limits, simulator, withSimulator } from './testing/with-simulator.ts'

withSimulator()

describe('with the simulator', () => {
  test.each(examples.map((example) => [`${example.operation} ${example.name}`, example] as const))(
    '%s',
    async (_, example) => {
      const { order, answer } = example.situation
      if (answer !== undefined) simulator.setAnswer({ ...answer, orderNumber: order })
      const answered = await client.ask(call(example.operation, order, { input: example.input }))
      const { kind, code, status, field } = answered.outcome
      expect({ kind, code, status, field }).toEqual({ field: null, ...example.expect })
      expect(answered.certainty).toBe(kind === 'unknown' ? 'unknown' : 'answered')
      expect(simulator.requests()).toHaveLength(1)
    },
  )

  const coded = allCodes().flatMap((entry) =>
    entry.operations.map((operation) => [operation, entry] as const),
  )
  test.each(
    coded.map(
      ([operation, entry]) =>
        [`${operation}: code ${entry.code}, status ${entry.status}`, operation, entry] as const,
    ),
  )('%s is read as its row says', async (_, operation, { code, status, row, documentedMessage }) => {
    const words = /permission/.test(row.explanation)
      ? 'Insufficient permissions.'
      : 'DCV emails cannot be resent.'
    simulator.setAnswer({
      errorCode: code ?? -4242,
      ...(status === null ? {} : { status }),
      ...(code === null ? { errorMessage: words } : {}),
    })
    const { outcome, certainty } = await client.ask(call(operation, '10000101'))
    expect({ certainty, kind: outcome.kind, title: outcome.title }).toEqual({
      certainty: 'answered',
      kind: row.kind,
      title: row.title,
    })
    expect(outcome).toMatchObject({
      code: code ?? -4242,
      status,
      source: row.source,
      confidence: row.confidence,
    })
    if (code === -4)
      expect([documentedMessage, outcome.message]).toEqual([outcome.message, documentedMessage])
  })

  test.each([
    ['slow', 'answered', 'done'],
    ['silent', 'unknown', 'unknown'],
    ['reset-before', 'unknown', 'unknown'],
    ['reset-after', 'unknown', 'unknown'],
    ['cut-body', 'unknown', 'unknown'],
    ['html-page', 'unknown', 'unknown'],
    ['http-500', 'unknown', 'unknown'],
    ['redirect', 'unknown', 'unknown'],
    ['wrong-type', 'answered', 'done'],
    ['latin-1', 'answered', 'refused'],
    ['huge', 'unknown', 'unknown'],
    ['unknown-code', 'answered', 'unrecognised'],
    ['unknown-status', 'answered', 'unrecognised'],
    ['empty', 'unknown', 'unknown'],
  ] as const)('the fault “%s” ends as %s: %s, after one request', async (fault, certainty, kind) => {
    const quick = createCaClient({ ...limits, totalTimeoutMs: 700 })
    simulator.setFault({ fault, delayMs: 100 })
    for (const [operation, order] of [
      ['schedule-callback', '10000101'],
      ['resend-smime-collection-email', '10000403'],
    ] as const) {
      simulator.clearRequests()
      const answer = await quick.ask(call(operation, order))
      expect({ certainty: answer.certainty, kind: answer.outcome.kind }).toEqual({ certainty, kind })
      expect(simulator.requests()).toHaveLength(1)
    }
    await quick.close()
  })
})
