import 'server-only'

export interface RateLimit {
  /** Counts one; answers the whole seconds to wait, or 0 when it may go on. `now` in epoch milliseconds. */
  take(key: string, now: number): number
}

/** At most so many in a window for each key, counted in this process alone. Memory is bounded: with too many keys the oldest is forgotten. */
export function createRateLimit(limits: { most: number; windowMs: number; keys: number }): RateLimit {
  const windows = new Map<string, { since: number; count: number }>()
  return {
    take(key, now) {
      const open = windows.get(key)
      if (open === undefined || now - open.since >= limits.windowMs || now < open.since) {
        windows.delete(key)
        for (const oldest of windows.keys()) {
          if (windows.size < limits.keys) break
          windows.delete(oldest)
        }
        windows.set(key, { since: now, count: 1 })
        return 0
      }
      open.count += 1
      return open.count <= limits.most ? 0 : Math.ceil((open.since + limits.windowMs - now) / 1000)
    },
  }
}
