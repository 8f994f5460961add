/** Lets a few run at one time for each key, the others wait their turn, first come first served. Nothing is kept for idle keys. */
export class CallQueue {
  readonly #limit: number
  readonly #lines = new Map<string, { running: number; waiting: (() => void)[] }>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Resolves true with a place taken, or false when `signal` fires first. A place has to be given back with `leave`. */
  enter(key: string, signal: AbortSignal): Promise<boolean> {
    const line = this.#lines.get(key) ?? { running: 0, waiting: [] }
    this.#lines.set(key, line)
    if (signal.aborted) return Promise.resolve(this.#tidy(key, false))
    if (line.running < this.#limit) {
      line.running += 1
      return Promise.resolve(true)
    }
    return new Promise((resolve) => {
      const goOn = () => {
        signal.removeEventListener('abort', giveUp)
        resolve(true)
      }
      const giveUp = () => {
        line.waiting = line.waiting.filter((one) => one !== goOn)
        resolve(false)
      }
      signal.addEventListener('abort', giveUp, { once: true })
      line.waiting.push(goOn)
    })
  }

  /** Gives a place back; the longest waiting one gets it. */
  leave(key: string): void {
    const line = this.#lines.get(key)
    const next = line?.waiting.shift()
    if (next !== undefined) next()
    else if (line !== undefined) line.running -= 1
    this.#tidy(key, true)
  }

  #tidy<T>(key: string, value: T): T {
    const line = this.#lines.get(key)
    if (line?.running === 0 && line.waiting.length === 0) this.#lines.delete(key)
    return value
  }
}
