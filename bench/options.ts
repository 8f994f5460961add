import { parseArgs } from 'node:util'

const parts = ['start', 'memory', 'pages', 'load', 'history', 'activity'] as const
export type Part = (typeof parts)[number]

export interface Options {
  readonly rounds: number
  /** Length of a round of one target. */
  readonly roundMs: number
  /** Calls to each target before the first round: Node compiles what runs often only after some thousands of calls. */
  readonly warmUp: number
  readonly parts: ReadonlySet<Part>
  readonly postgres: boolean
  /** Events of the long history, and how often each of its pages is read in a round. */
  readonly longHistory: number
  readonly pageRuns: number
  readonly json: string | null
}

export function options(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '3' },
      'warm-up': { type: 'string', default: '6000' },
      only: { type: 'string', default: parts.join(',') },
      quick: { type: 'boolean', default: false },
      'no-postgres': { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  })
  const only = values.only.split(',')
  const unknown = only.find((name) => !parts.some((part) => part === name))
  if (unknown !== undefined) throw new Error(`--only takes some of ${parts.join(', ')}, not ${unknown}.`)
  return {
    rounds: values.quick ? 3 : within(values.rounds, 1, 50),
    roundMs: 1000 * (values.quick ? 1 : within(values.seconds, 1, 30)),
    warmUp: values.quick ? 2000 : within(values['warm-up'], 0, 50_000),
    parts: new Set(parts.filter((part) => only.includes(part))),
    longHistory: values.quick ? 50_000 : 1_000_000,
    pageRuns: values.quick ? 10 : 40,
    postgres: !values['no-postgres'],
    json: values.json ?? null,
  }
}

/** The parts that run the built program; the others read the sources. */
export const needsBuild = ({ parts }: Options): boolean =>
  (['start', 'memory', 'pages', 'load'] as const).some((part) => parts.has(part))

function within(text: string, least: number, most: number): number {
  const value = Number(text)
  if (!(value >= least && value <= most)) throw new Error(`${text} is not a number from ${least} to ${most}.`)
  return value
}
