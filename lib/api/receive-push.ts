import 'server-only'
import { addressOf } from '#lib/auth/client-address.ts'
import { accountOfPushToken, pushTokens } from '#lib/auth/push-addresses.ts'
import { logSecurity, logTooOften } from '#lib/auth/security-log.ts'
import { pushLimits } from '#lib/ca/push/read-push.ts'
import { clock } from '#lib/clock.ts'
import { desk } from '#lib/desk/desk.ts'
import { recordPush, type Recorded } from '#lib/desk/record-push.ts'
import { log } from '#lib/log.ts'
import { createRateLimit } from './rate-limit.ts'

/** Characters of a query: as much as Node takes of a request's head. */
const mostQuery = 16 * 1024
const mostMs = 10_000
const perMinute = { windowMs: 60_000, keys: 10_000 }

export type PushDoor = ReturnType<typeof createPushDoor>

/**
 * The door that a push address opens. Whoever knows the address may add a line to an order's timeline, so there is no sign-in; a wrong
 * address learns nothing. Keeps its counts in memory.
 */
export function createPushDoor(limits = { perAccount: 120, perStranger: 60, bodyMs: mostMs }) {
  const accounts = createRateLimit({ most: limits.perAccount, ...perMinute })
  const strangers = createRateLimit({ most: limits.perStranger, ...perMinute })

  const isRight = rightTokens()

  const enter = async (request: Request, token: string, work: (account: string) => Promise<Response>) => {
    try {
      const strange = strangers.take(addressOf(request.headers), clock.now())
      // A right address is never turned away for what strangers do: the CA may come from where they come from.
      if (strange > 0 && !(await isRight(token))) return tooMany(strange)
      const account = await accountOfPushToken(token)
      if (account === null) {
        logSecurity('a push address was refused', {})
        return answer(404, '')
      }
      const wait = accounts.take(account, clock.now())
      return wait > 0 ? tooMany(wait) : await work(account)
    } catch (error) {
      log.error({ err: error }, 'a report could not be recorded')
      return answer(503, 'Not recorded.', { 'retry-after': '60' })
    }
  }

  return {
    /** A GET: the query is the report. */
    byQuery: (request: Request, token: string) =>
      enter(request, token, async (accountId) => {
        const query = new URL(request.url).search.slice(1)
        if (query.length > mostQuery) return answer(414, 'Too long.')
        return answerOf(
          await recordPush(await desk(), { accountId, content: Buffer.from(query), contentType: null }),
        )
      }),
    /** A POST: the body is the report. */
    byBody: (request: Request, token: string) =>
      enter(request, token, async (accountId) => {
        const content = await readBody(request, limits.bodyMs)
        if (content === 'too-large') return answer(413, 'Too large.', closing)
        if (content === 'too-slow') return answer(408, 'Too slow.', closing)
        const contentType = request.headers.get('content-type')
        return answerOf(await recordPush(await desk(), { accountId, content, contentType }))
      }),
    /** A HEAD: says whether the address is right, and records nothing. */
    look: (request: Request, token: string) => enter(request, token, async () => answer(200, '')),
    otherMethod: () => answer(405, '', { allow: 'GET, HEAD, POST' }),
  }
}

/** Whether a token is a right one, as of a second ago at the most: however many are tried, the store is asked once a second. */
function rightTokens(): (token: string) => Promise<boolean> {
  let known: { readonly at: number; readonly tokens: ReturnType<typeof pushTokens> } | null = null
  return async (token) => {
    const now = clock.now()
    if (known === null || now - known.at >= 1000 || now < known.at) known = { at: now, tokens: pushTokens() }
    return (await known.tokens)(token)
  }
}

function tooMany(wait: number): Response {
  logTooOften('reports', null)
  return answer(429, '', { 'retry-after': String(wait) })
}

function answerOf(recorded: Recorded): Response {
  if (recorded.is !== 'not-recorded') return answer(200, 'OK')
  switch (recorded.why) {
    case 'no-order':
      return answer(400, 'No order number.')
    case 'too-large':
      return answer(413, 'Too large.')
    case 'too-many':
      return answer(429, 'Too many for this order.', { 'retry-after': '3600' })
  }
}

const closing = { connection: 'close' }

function answer(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      ...headers,
    },
  })
}

/** The body, whatever Content-Length says. Reading stops at the size limit, and when it takes too long. */
async function readBody(request: Request, withinMs: number): Promise<Uint8Array | 'too-large' | 'too-slow'> {
  if (Number(request.headers.get('content-length') ?? 0) > pushLimits.bytes) return 'too-large'
  const reader = request.body?.getReader()
  if (reader === undefined) return new Uint8Array()
  const more = reader.read.bind(reader)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'too-slow'>((resolve) => {
    timer = setTimeout(resolve, withinMs, 'too-slow')
  })
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const next = await Promise.race([more(), late])
      if (next === 'too-slow') return next
      if (next.done) return Buffer.concat(chunks)
      size += next.value.byteLength
      if (size > pushLimits.bytes) return 'too-large'
      chunks.push(next.value)
    }
  } finally {
    clearTimeout(timer)
    // Nobody waits for what is left: the client may never send it.
    reader.cancel().catch(() => {})
  }
}
