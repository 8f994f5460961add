import 'server-only'
import { checkBaseUrl } from './base-url.ts'
import { visibleText } from './bytes.ts'
import { decideOutcome } from './decide.ts'
import { failureOutcome } from './failure.ts'
import type { FailureCause } from './failure.ts'
import { writeForm } from './form-encoding.ts'
import type { Pairs } from './form-encoding.ts'
import { checkOrderNumber, parseInput } from './inputs.ts'
import type { Input, OperationId } from './operation.ts'
import type { Answer, Certainty, Outcome } from './outcome.ts'
import type { Exchange } from './post.ts'
import { encodeRequest, readReply } from './protocols.ts'
import { readBody } from './reads/body.ts'
import { checkRead } from './reads/check-read.ts'
import { decideRead } from './reads/decide.ts'
import { readFailureOutcome } from './reads/failure.ts'
import { encodeRead, wires } from './reads/protocols.ts'
import type { ReadEnd, ReadKind, RequestOf } from './reads/read.ts'
import { redactor } from './redact.ts'
import { createSender, notSent, unexpected } from './send.ts'
import type { Sender, SenderOptions, Sent } from './send.ts'

export type CaClientOptions = SenderOptions

/** What every request to the CA needs, whatever it asks for. */
interface Caller {
  readonly accountId: string
  readonly baseUrl: string
  readonly credentials: { readonly loginName: string; readonly loginPassword: string }
  readonly signal?: AbortSignal
}

export interface CaCall extends Caller {
  readonly operation: OperationId
  readonly orderNumber: string
  readonly input: Input
}

export interface CaReadCall<K extends ReadKind = ReadKind> extends Caller {
  readonly read: RequestOf<K>
}

/** The end of one read. `raw` is the reply's text, capped and free of credentials; so is every text in `reply`. */
export type ReadAnswer<K extends ReadKind = ReadKind> = ReadEnd<K> & {
  readonly certainty: Certainty
  readonly raw: string | null
  readonly httpStatus: number | null
  /** Whole milliseconds from the first try to connect to the end. */
  readonly durationMs: number
}

export interface CaClient {
  /** Asks the CA once, without any retry or redirect, and never throws: whatever happens is an answer. */
  ask(call: CaCall): Promise<Answer>
  /**
   * Reads from the CA once, in the same way, and changes nothing there. Reads of one account wait for each other. How often an order may
   * be read is not minded here.
   */
  read<K extends ReadKind>(call: CaReadCall<K>): Promise<ReadAnswer<K>>
  /** Lets an account send again at once after its login was refused (-16), because somebody has checked it. */
  allow(accountId: string): void
  /** Refuses new calls, ends waiting ones as not sent, and waits for those under way. */
  close(): Promise<void>
}

/** Characters of a reply that are kept, after redaction. */
export const rawLimit = 16_384

/** A client for all accounts: one connection pool, and for each account a queue. */
export function createCaClient(options: CaClientOptions): CaClient {
  const sender = createSender(options)
  return {
    ask: (call) => ask(sender, call),
    read: (call) => read(sender, call),
    allow: (accountId) => sender.allow(accountId),
    close: () => sender.close(),
  }
}

async function ask(sender: Sender, call: CaCall): Promise<Answer> {
  const prepared = prepare(call)
  if (!prepared.ok) return toAnswer(call, notSent(prepared.cause))
  const { accountId, signal } = call
  const isLoginRefusal = (exchange: Exchange) => isRefusal(exchange, () => judge(call, exchange).code)
  const sent = await sender.send({ ...prepared, accountId, signal, isLoginRefusal, isRead: false })
  try {
    return toAnswer(call, sent)
  } catch {
    return toAnswer(call, unexpected())
  }
}

async function read<K extends ReadKind>(sender: Sender, call: CaReadCall<K>): Promise<ReadAnswer<K>> {
  const prepared = prepareRead(call)
  if (!prepared.ok) return toReadAnswer(call, notSent(prepared.cause))
  const { accountId, signal } = call
  const { limitBytes } = wires[call.read.kind]
  const isLoginRefusal = (exchange: Exchange) =>
    isRefusal(exchange, () => judgeRead(call, exchange).outcome?.code ?? null)
  const sent = await sender.send({ ...prepared, accountId, signal, limitBytes, isLoginRefusal, isRead: true })
  try {
    return toReadAnswer(call, sent)
  } catch {
    return toReadAnswer(call, unexpected())
  }
}

type Prepared =
  | { readonly ok: true; readonly url: URL; readonly body: string }
  | { readonly ok: false; readonly cause: FailureCause }

/** Everything that can be wrong before a connection is opened. Input is checked again here: nothing unchecked ever leaves. */
function prepare(call: CaCall): Prepared {
  const { operation, orderNumber, input } = call
  return withLogin(call, () => {
    const parsed = parseInput(operation, input)
    if (!parsed.ok || checkOrderNumber(operation, orderNumber) !== null) return null
    return encodeRequest(operation, orderNumber, parsed.input)
  })
}

function prepareRead<K extends ReadKind>(call: CaReadCall<K>): Prepared {
  return withLogin(call, () => (checkRead(call.read) === null ? encodeRead(call.read) : null))
}

function withLogin(
  { baseUrl, credentials: { loginName, loginPassword } }: Caller,
  encode: () => { readonly path: string; readonly pairs: Pairs } | null,
): Prepared {
  const base = checkBaseUrl(baseUrl)
  if (!base.ok) return { ok: false, cause: 'base-url' }
  if (![loginName, loginPassword].every((text) => text !== '' && text.isWellFormed()))
    return { ok: false, cause: 'credentials' }
  const encoded = encode()
  if (encoded === null) return { ok: false, cause: 'input' }
  const body = writeForm([['loginName', loginName], ['loginPassword', loginPassword], ...encoded.pairs])
  return { ok: true, url: new URL(encoded.path, base.url), body }
}

function toAnswer(call: CaCall, { exchange, durationMs }: Sent): Answer {
  const outcome = judge(call, exchange)
  const message = outcome.message === null ? null : redactor(call.credentials.loginPassword)(outcome.message)
  return { outcome: { ...outcome, message }, ...seen(call, exchange, outcome), durationMs }
}

function toReadAnswer<K extends ReadKind>(
  call: CaReadCall<K>,
  { exchange, durationMs }: Sent,
): ReadAnswer<K> {
  const end = judgeRead(call, exchange)
  return { ...end, ...seen(call, exchange, end.outcome), durationMs }
}

/** `-16` is the CA's code for a login it does not take. Most replies are told apart without reading them twice. */
function isRefusal({ bytes }: Exchange, code: () => number | null): boolean {
  return Buffer.from(bytes).includes('-16') && code() === -16
}

/** What was seen of the exchange, and how certain that is. */
function seen({ credentials }: Caller, { ended, httpStatus, bytes }: Exchange, outcome: Outcome | null) {
  const nothing = ended === 'not-sent' || (ended === 'unknown' && bytes.length === 0)
  const raw = nothing ? null : cap(redactor(credentials.loginPassword)(visibleText(bytes)))
  const certainty: Certainty = ended === 'answered' && outcome?.kind === 'unknown' ? 'unknown' : ended
  return { certainty, raw, httpStatus }
}

/**
 * Only an HTTP 200 can say that something was done: that is what the CA's documents and clients expect. With a 4xx a readable refusal is
 * believed, because believing it claims nothing; with anything else the CA's words are shown and not relied on.
 */
function judge({ operation, input }: CaCall, { cause, httpStatus, contentType, bytes }: Exchange): Outcome {
  if (cause !== null) return failureOutcome(cause)
  const reply = readReply(operation, bytes, contentType)
  if (httpStatus === 200) return decideOutcome(operation, input, reply)
  const byStatus = causeOfStatus(httpStatus ?? 0)
  if (!reply.readable) return failureOutcome(byStatus)
  if (byStatus === 'http-client' && reply.errorCode < 0) return decideOutcome(operation, input, reply)
  return failureOutcome(byStatus, {
    code: reply.errorCode,
    status: reply.status,
    message: reply.errorMessage,
  })
}

/** The same for a read; every text of the CA is redacted before it is looked at. */
function judgeRead<K extends ReadKind>(
  { read: { kind }, credentials }: CaReadCall<K>,
  { cause, httpStatus, contentType, bytes }: Exchange,
): ReadEnd<K> {
  if (cause !== null) return { reply: null, outcome: readFailureOutcome(cause) }
  const body = readBody(bytes, contentType, redactor(credentials.loginPassword))
  if (httpStatus === 200) return decideRead(kind, body)
  const byStatus = causeOfStatus(httpStatus ?? 0)
  if (!body.readable) return { reply: null, outcome: readFailureOutcome(byStatus) }
  if (byStatus === 'http-client' && body.code < 0) return decideRead(kind, body)
  const { code, message } = body
  return { reply: null, outcome: readFailureOutcome(byStatus, { code, message }) }
}

function causeOfStatus(status: number): FailureCause {
  if (status >= 500) return 'http-server'
  if (status >= 400) return 'http-client'
  return status >= 300 ? 'redirect' : 'http-other'
}

const cap = (text: string): string =>
  text.length > rawLimit ? `${text.slice(0, rawLimit).toWellFormed()}\n[cut]` : text
