import type { Outcome } from '../outcome.ts'
import type { Unreadable } from '../reply.ts'
import type { Body } from './body.ts'
import { readTables } from './codes.ts'
import { readFailureOutcome } from './failure.ts'
import type { ReadEnd, ReadKind } from './read.ts'
import { wires } from './protocols.ts'

/**
 * What a body means for the read that was asked for: the typed reply, or an outcome that says why there is none. Pure; a reply comes
 * only from a code at or above zero that the read's table knows, but for CollectSSL, whose statuses stand on their own.
 */
export function decideRead<K extends ReadKind>(kind: K, body: Body | Unreadable): ReadEnd<K> {
  if (!body.readable) return { reply: null, outcome: readFailureOutcome(body.why) }
  if (body.code < 0) return { reply: null, outcome: refusal(kind, body) }
  const reply = wires[kind].toReply(body)
  return reply === null ? { reply: null, outcome: unrecognised(body) } : { reply, outcome: null }
}

function refusal(kind: ReadKind, body: Body): Outcome {
  const row = readTables[kind].find(({ code }) => code === body.code)
  if (row === undefined) return unrecognised(body)
  const { title, explanation, nextStep, actsNext, source, confidence } = row
  return { kind: row.kind, title, explanation, nextStep, actsNext, ...told(body), source, confidence }
}

function unrecognised(body: Body): Outcome {
  return {
    kind: 'unrecognised',
    title: 'Unrecognised: an answer that is not in our list',
    explanation: `The CA answered with code ${body.code}, which is not in our list for this read. Nothing was changed.`,
    nextStep: 'Read the CA’s message and its raw answer.',
    actsNext: 'you',
    ...told(body),
    source: null,
    confidence: null,
  }
}

const told = ({ code, message }: Body) => ({ code, status: null, field: null, message })
