import 'server-only'
import { clock } from '#lib/clock.ts'
import { log } from '#lib/log.ts'

/** Milliseconds before each try; some 18 seconds together, which is what a database that changes its machine may take. */
const pauses = [0, 100, 500, 2000, 5000, 10_000]

/**
 * Writes down what must not be lost with the first failure of the store, such as what one of the CA's few reads told: nothing is asked of the
 * CA by trying it again. Rejects with the last failure.
 */
export async function keepTrying<T>(write: () => Promise<T>, about: object): Promise<T> {
  let failure: unknown
  for (const pause of pauses) {
    if (pause > 0) await clock.sleep(pause)
    try {
      return await write()
    } catch (error) {
      failure = error
      log.error(
        { err: error, ...about },
        'a write that must not be lost failed; it is tried again for a while',
      )
    }
  }
  throw failure
}
