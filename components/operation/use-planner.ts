import { useEffect, useState, useSyncExternalStore } from 'react'
import type * as PlannerModule from '#lib/time/planner.ts'

export type Planner = typeof PlannerModule

/** The planning code, fetched once it is wanted. Null until then, and where it cannot be fetched: the check before sending says so. */
export function usePlanner(isWanted: boolean): Planner | null {
  const [planner, setPlanner] = useState<Planner | null>(null)
  useEffect(() => {
    let isGone = false
    async function load() {
      const loaded = await import('#lib/time/planner.ts')
      if (!isGone) setPlanner(loaded)
    }
    if (isWanted) load().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [isWanted])
  return planner
}

const minute = 60_000

/** Now, to the minute, in epoch milliseconds; null on the server. */
export function useMinute(): number | null {
  return useSyncExternalStore(
    everyMinute,
    () => Math.floor(Date.now() / minute) * minute,
    () => null,
  )
}

function everyMinute(changed: () => void): () => void {
  const timer = setInterval(changed, 10_000)
  return () => clearInterval(timer)
}
