// Every request that reached the simulator, as it was received. The last 10,000 are kept.
import type { IncomingMessage } from 'node:http'
import type { RecordedRequest } from './types.ts'

export const journalLimit = 10_000

export type Journal = {
  add: (request: IncomingMessage, received: Received) => RecordedRequest
  list: () => RecordedRequest[]
  clear: () => void
}
export type Received = Pick<RecordedRequest, 'kind' | 'aborted'> & { body: Buffer; at: Date }

export const createJournal = (limit = journalLimit): Journal => {
  let records: RecordedRequest[] = []
  let nextId = 1
  return {
    add: (request, { kind, aborted, body, at }) => {
      const record: RecordedRequest = {
        id: nextId++,
        at: at.toISOString(),
        kind,
        method: request.method ?? '',
        path: request.url ?? '',
        httpVersion: request.httpVersion,
        headers: headerPairs(request.rawHeaders),
        bodyBase64: body.toString('base64'),
        bodyText: body.toString('utf8'),
        aborted,
        answer: null,
      }
      records.push(record)
      // Trimmed in blocks: moving ten thousand entries for every request would cost more than the request.
      if (records.length > limit + 500) records = records.slice(-limit)
      return record
    },
    list: () => records.slice(-limit),
    clear: () => {
      records = []
    },
  }
}

const headerPairs = (raw: string[]): [string, string][] => {
  const pairs: [string, string][] = []
  for (let i = 0; i < raw.length; i += 2) pairs.push([raw[i] ?? '', raw[i + 1] ?? ''])
  return pairs
}
