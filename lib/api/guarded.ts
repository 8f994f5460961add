import 'server-only'
import { log } from '#lib/log.ts'
import { problem } from './answers.ts'

/** The last line of defence of a route handler: whatever is not a value becomes a 503 that says nothing was sent. */
export async function guarded(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    log.error({ err: error }, 'a request failed before anything was sent')
    return problem(503, {
      title: 'The history cannot be reached',
      detail: 'The store does not answer just now. This request sent nothing to the CA.',
      cause: 'history',
      nextStep: 'Try again in a minute; an operation with the same Idempotency-Key.',
    })
  }
}
