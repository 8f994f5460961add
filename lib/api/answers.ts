import type { NotSent, Performed, Receipt } from '#lib/desk/receipt.ts'
import type { ProblemBody, ReceiptBody } from './schemas.ts'

/** How the results of a use case are said over HTTP: receipts as 200, everything that did not leave as RFC 9457 problems. */

const statusOf: Readonly<Record<NotSent['cause'], number>> = {
  'signed-out': 401,
  forbidden: 403,
  origin: 403,
  input: 422,
  account: 404,
  'key-reused': 409,
  hold: 423,
  duplicate: 409,
  throttled: 429,
  'dcv-list': 502,
  stopping: 503,
  history: 503,
  // Accepted, and not carried out: it waits for a second person.
  approval: 202,
  // Accepted, and sent in a moment.
  approved: 202,
  'not-approved': 409,
  'not-needed': 409,
}

export function answerOf(performed: Performed): Response {
  if (performed.is === 'not-sent') return problemOf(performed.notSent)
  const { receipt } = performed
  if (receipt.kind !== 'not-sent') return json(receiptBodyOf(receipt, receipt.kind))
  return problem(502, {
    title: receipt.title,
    detail: receipt.explanation,
    cause: 'connection',
    nextStep: receipt.nextStep,
  })
}

/** A JSON answer that no cache keeps. */
export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: noStore })
}

export function problem(
  status: number,
  body: Omit<ProblemBody, 'type' | 'status' | 'kind'>,
  headers: Record<string, string> = {},
): Response {
  const full: ProblemBody = { type: 'about:blank', status, kind: 'not-sent', ...body }
  return new Response(JSON.stringify(full), {
    status,
    headers: { ...noStore, 'content-type': 'application/problem+json', ...headers },
  })
}

export const unauthorised = () =>
  problem(
    401,
    {
      title: 'Not sent: a valid token is needed',
      detail: 'Send an Authorization header with a bearer token of this desk that has not been revoked.',
      cause: 'signed-out',
      nextStep: 'Ask whoever runs the server for a token.',
    },
    { 'www-authenticate': 'Bearer' },
  )

const noStore = { 'cache-control': 'no-store' }

function problemOf(notSent: NotSent): Response {
  const { title, explanation: detail, cause, nextStep, errors, duplicate, retryAfterSeconds } = notSent
  return problem(
    errors.some((error) => error.field === 'operation') ? 404 : statusOf[cause],
    {
      title,
      detail,
      cause,
      nextStep,
      ...(errors.length > 0 ? { errors: [...errors] } : {}),
      ...(duplicate === null
        ? {}
        : { duplicate: { ...duplicate, at: new Date(duplicate.at).toISOString() } }),
    },
    retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) },
  )
}

function receiptBodyOf(receipt: Receipt, kind: ReceiptBody['kind']): ReceiptBody {
  return {
    attempt: receipt.attempt,
    operation: receipt.operation,
    order: receipt.order,
    account: receipt.account,
    ticket: receipt.ticket,
    at: new Date(receipt.at).toISOString(),
    kind,
    title: receipt.title,
    explanation: receipt.explanation,
    nextStep: receipt.nextStep,
    actsNext: receipt.actsNext,
    code: receipt.code,
    status: receipt.status,
    field: receipt.field,
    message: receipt.message,
    repeated: receipt.repeated,
  }
}
