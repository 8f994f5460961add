import { randomUUID } from 'node:crypto'
import { actionId } from './action-ids.ts'
import type { Call, Target } from './load.ts'

export interface Place {
  readonly url: string
  readonly pid: number
  readonly folder: string
}

export interface Callers {
  readonly accountId: string
  readonly cookies: readonly string[]
  readonly tokens: readonly string[]
}

const operation = 'schedule-callback'
let made = 0

/** Values as a person types them, on an order that nobody has asked about. */
function fresh() {
  made += 1
  const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  return {
    order: String(30_000_000 + made),
    ticket: `BENCH-${made}`,
    input: { preferredTimeUTC: `${nextWeek} 14:30`, extensionNumber: '1234', language: 'en-us' },
  }
}

/** The operation as the form sends it: a server action, by a signed-in person. */
export function actionTarget(name: string, { url, pid, folder }: Place, callers: Callers): Target {
  const id = actionId(folder, 'performOperationAction')
  return {
    name,
    url,
    pid,
    expects: '"kind":"done"',
    next(): Call {
      const { order, ticket, input } = fresh()
      const path = `/orders/${order}/${operation}?account=${callers.accountId}`
      const call = {
        operation,
        order,
        account: callers.accountId,
        key: randomUUID(),
        ticket,
        ticketSystem: '',
        input,
        reason: '',
        override: false,
      }
      const headers = {
        ...browserHeaders(url, path, id),
        cookie: callers.cookies[made % callers.cookies.length] ?? '',
      }
      return { path, headers, body: JSON.stringify([call]) }
    },
  }
}

/** The operation as a program asks for it: JSON and a bearer token. */
export function apiTarget(name: string, { url, pid }: Place, callers: Callers): Target {
  return {
    name,
    url,
    pid,
    expects: '"kind":"done"',
    next(): Call {
      const { order, ticket, input } = fresh()
      return {
        path: `/api/v1/orders/${order}/operations/${operation}`,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${callers.tokens[made % callers.tokens.length]}`,
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ account: callers.accountId, ticket: { id: ticket }, input }),
      }
    },
  }
}

/** The bare program. */
export function floorTarget(url: string, pid: number, accountId: string): Target {
  const headers = { 'content-type': 'application/json' }
  return {
    name: 'floor',
    url,
    pid,
    expects: '"kind":"done"',
    next: () => ({ path: '/', headers, body: JSON.stringify({ operation, account: accountId, ...fresh() }) }),
  }
}

/** The server action that does nothing, sent the same bytes. */
export function emptyActionTarget({ url, pid, folder }: Place): Target {
  const id = actionId(folder, 'nothingAction')
  return {
    name: 'empty action',
    url,
    pid,
    expects: '"fields":9',
    next(): Call {
      const call = { operation, account: 'bench', key: randomUUID(), ...fresh() }
      const padded = { ...call, ticketSystem: '', reason: '', override: false }
      return { path: '/', headers: browserHeaders(url, '/', id), body: JSON.stringify([padded]) }
    },
  }
}

/** What Chromium sends with an action of this kind; nothing in the arguments needs a multipart body. */
function browserHeaders(url: string, path: string, id: string): Record<string, string> {
  return {
    accept: 'text/x-component',
    'accept-language': 'en-GB',
    'content-type': 'text/plain;charset=UTF-8',
    'next-action': id,
    'next-router-state-tree': encodeURIComponent(
      JSON.stringify(['', { children: ['__PAGE__', {}, null, null, 0] }, null, null, 16]),
    ),
    origin: url,
    referer: `${url}${path}`,
    'sec-fetch-dest': 'empty',
    'sec-fetch-mode': 'cors',
    'sec-fetch-site': 'same-origin',
    'user-agent':
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  }
}
