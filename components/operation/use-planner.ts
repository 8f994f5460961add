import { useEffect, useState, useSyncExternalStore } from 'react'
import type * as CallbackTime from '#lib/time/callback-time.ts'
import type * as Zones from '#lib/time/zones.ts'

export type Planner = typeof CallbackTime & typeof Zones

/** The planning code, fetched with the control that needs it. Null until then, and where it cannot be fetched: the server checks too. */
export function usePlanner(): Planner | null {
  const [planner, setPlanner] = useState<Planner | null>(null)
  useEffect(() => {
    let isGone = false
    async function load() {
      const [plan, zones] = await Promise.all([
        import('#lib/time/callback-time.ts'),
        import('#lib/time/zones.ts'),
      ])
      if (!isGone) setPlanner({ ...plan, ...zones })
    }
    load().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [])
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
