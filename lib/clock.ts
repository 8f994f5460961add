import { setTimeout as wait } from 'node:timers/promises'

/** The one source of time, so that tests can move it: they assign or spy on its two functions. */
export const clock = {
  /** Milliseconds since the epoch, UTC. */
  now: (): number => Date.now(),
  sleep: async (milliseconds: number): Promise<void> => {
    await wait(milliseconds)
  },
}
