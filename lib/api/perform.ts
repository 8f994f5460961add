import 'server-only'
import { createHash } from 'node:crypto'
import { logForged } from '#lib/auth/security-log.ts'
import { actorOfToken } from '#lib/auth/tokens.ts'
import { desk } from '#lib/desk/desk.ts'
import { performOperation } from '#lib/desk/perform-operation.ts'
import type { FieldError } from '#lib/desk/receipt.ts'
import { answerOf, problem, unauthorised } from './answers.ts'
import { readJson } from './read-body.ts'
import { operationBody, type OperationBody } from './schemas.ts'

/** One operation asked for by a program: bearer token, `Idempotency-Key`, JSON body; the same use case as the form. */
export async function performForToken(request: Request, operation: string, order: string): Promise<Response> {
  const actor = await actorOfToken(request.headers.get('authorization'))
  if (actor === null) return unauthorised()

  const key = request.headers.get('idempotency-key')
  if (key === null || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    return badRequest(
      400,
      'Send an Idempotency-Key header: 1 to 255 visible characters, new for each attempt.',
    )
  }
  const body = await readJson(request)
  if (!body.ok) return badRequest(body.status, body.detail)
  const parsed = operationBody.safeParse(body.value)
  if (!parsed.success) {
    logForged(actor, 'the machine interface', parsed.error.issues)
    const errors = parsed.error.issues.map((issue) => ({
      field: issue.path.join('.') || 'body',
      message: issue.message,
    }))
    return badRequest(400, 'The body does not have the documented form.', errors)
  }

  const { account, ticket, input, reason, override }: OperationBody = parsed.data
  const performed = await performOperation(await desk(), {
    actor,
    operation,
    order,
    account: account ?? null,
    key: attemptKey(actor.id, key),
    ticket: ticket === undefined ? null : { id: ticket.id, system: ticket.system ?? '' },
    input: Object.fromEntries(Object.entries(input ?? {}).map(([name, value]) => [name, String(value)])),
    reason: [reason, override?.reason].filter(Boolean).join('\nAgain because: ') || null,
    override: override !== undefined,
  })
  return answerOf(performed)
}

/** A caller's keys are its own: two tokens may use the same word without meeting. */
function attemptKey(tokenId: string, idempotencyKey: string): string {
  return `api-${createHash('sha256').update(`${tokenId}\n${idempotencyKey}`).digest('hex').slice(0, 40)}`
}

function badRequest(status: 400 | 413 | 415, detail: string, errors: FieldError[] = []): Response {
  return problem(status, {
    title: 'Not sent: the request needs a change',
    detail,
    cause: 'input',
    nextStep: 'Correct the request and send it again. The document at /api/v1/openapi.json has its form.',
    ...(errors.length > 0 ? { errors } : {}),
  })
}
