import 'server-only'

export interface Turns {
  /** Does the work when it is its turn; who came first goes first. */
  run<T>(work: () => Promise<T>): Promise<T>
}

/** At most so many pieces of work at once, in this process. */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    async run(work) {
      if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
      else running += 1
      try {
        return await work()
      } finally {
        // Who is next takes the place over, so that nobody who comes in between takes it from them.
        const next = waiting.shift()
        if (next === undefined) running -= 1
        else next()
      }
    },
  }
}

export interface Room {
  /** Null when it is full; otherwise the way out, to be used once. */
  enter(): (() => void) | null
}

/** A place where only so many wait; the others are told at once, instead of waiting for longer than anybody would. */
export function createRoom(places: number): Room {
  let taken = 0
  return {
    enter() {
      if (taken >= places) return null
      taken += 1
      let isIn = true
      return () => {
        if (isIn) taken -= 1
        isIn = false
      }
    },
  }
}
