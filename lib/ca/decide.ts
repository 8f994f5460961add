import { catalogue } from './catalogue.ts'
import { tables } from './codes.ts'
import { failureOutcome } from './failure.ts'
import type { Input, OperationId } from './operation.ts'
import type { Outcome, Said, Sentence } from './outcome.ts'
import type { Reply, Unreadable } from './reply.ts'
import { saidOf } from './said.ts'
import type { TableRow } from './table.ts'

/**
 * What a reply means for the operation that was asked for: a row of the endpoint's table, `unrecognised` when there is none, `unknown`
 * when the reply could not be read. Pure; never `done` or `passed-on` without a row that says so for these very numbers.
 */
export function decideOutcome(id: OperationId, input: Input, reply: Reply | Unreadable): Outcome {
  if (!reply.readable) return failureOutcome(reply.why)
  const row = findRow(id, reply)
  return row === undefined ? unrecognised(id, reply) : recognised(id, row, reply, saidOf(input))
}

function findRow(id: OperationId, reply: Reply): TableRow | undefined {
  const rows = tables[catalogue[id].endpoint].filter((row) => row.operations.includes(id))
  const listed = rows.find(
    (row) => row.code === reply.errorCode && (reply.errorCode < 0 || row.status === reply.status),
  )
  if (listed !== undefined || reply.errorCode >= 0) return listed
  return rows.find((row) => row.code === null && row.words?.test(reply.errorMessage ?? ''))
}

function recognised(id: OperationId, row: TableRow, reply: Reply, said: Said): Outcome {
  return {
    kind: row.kind,
    title: row.title,
    explanation: say(row.explanation, said),
    nextStep: say(row.nextStep, said),
    actsNext: row.actsNext,
    ...told(id, reply),
    source: row.source,
    confidence: row.confidence,
  }
}

function unrecognised(id: OperationId, reply: Reply): Outcome {
  return {
    kind: 'unrecognised',
    ...(reply.errorCode < 0
      ? {
          title: 'Unrecognised: a refusal that is not in our list',
          explanation: `The CA received the request and answered ${numbers(reply)}. A number below zero is a refusal, but this one is not in our list. Nothing was sent twice.`,
          nextStep: 'Read the CA’s message, and check the order before anything is sent again.',
        }
      : {
          title: 'Unrecognised: whether it was carried out is open',
          explanation: `The CA received the request and answered ${numbers(reply)}. That does not say whether it was carried out, by any document we know. Nothing was sent twice.`,
          nextStep:
            'Look at the order at the CA, or ask the customer whether anything arrived, before anything is sent again.',
        }),
    actsNext: 'you',
    ...told(id, reply),
    source: null,
    confidence: null,
  }
}

function told(id: OperationId, reply: Reply): Pick<Outcome, 'code' | 'status' | 'field' | 'message'> {
  const words = [reply.errorMessage, reply.description].filter((text) => text !== null)
  return {
    code: reply.errorCode,
    status: reply.status,
    field: fieldAtFault(id, reply),
    message: words.length === 0 ? null : words.join(' · '),
  }
}

const numbers = ({ errorCode, status }: Reply): string =>
  status === null ? `with code ${errorCode} and no status` : `with code ${errorCode} and status ${status}`

/** The form's field that the CA blames: by `errorItem`, or by the name in quotes in the messages of -2, -3 and -4. */
function fieldAtFault(id: OperationId, reply: Reply): string | null {
  if (reply.errorCode >= 0) return null
  const quoted = /['"‘’“”`]\s*([A-Za-z]\w*)\s*['"‘’“”`]/.exec(reply.errorMessage ?? '')?.[1]
  const name = reply.errorItem ?? (reply.errorCode >= -4 ? quoted : undefined)
  if (name === undefined) return null
  const wanted = name.toLowerCase()
  if (wanted === 'ordernumber') return 'order'
  return catalogue[id].fields.find((field) => field.name.toLowerCase() === wanted)?.name ?? null
}

const say = (sentence: Sentence, said: Said): string =>
  typeof sentence === 'string' ? sentence : sentence(said)
