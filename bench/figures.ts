import type { ActivityFigures } from './activity/measure.ts'
import type { Memory } from './memory.ts'
import type { PageWeight } from './page-weight.ts'
import type { StartUp } from './start-up.ts'

/** One target at one number of callers: medians of its rounds. */
export interface LoadFigure {
  readonly target: string
  readonly callers: number
  readonly rounds: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Milliseconds of the server's processor time for one request. */
  readonly cpu: number
}

/** Everything a run found out; a part that was left out is null. Times in milliseconds unless the name says otherwise. */
export interface Figures {
  readonly at: string
  readonly machine: {
    readonly cores: number
    readonly node: string
    readonly loadBefore: number
    readonly loadAfter: number
  }
  readonly startUp: StartUp | null
  readonly memory: Memory | null
  readonly pages: readonly PageWeight[] | null
  readonly load: readonly LoadFigure[] | null
  /** Why PostgreSQL was not measured, or null. */
  readonly postgresMissing: string | null
  readonly verifySeconds: number | null
  readonly activity: ActivityFigures | null
}
