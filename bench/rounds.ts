import type { LoadFigure } from './figures.ts'
import { callTimes, runLoad, type Round, type Target } from './load.ts'
import type { Options } from './options.ts'
import { median } from './statistics.ts'

const callerCounts = [1, 16]

/** A B C, A B C, …: what disturbs the machine for a while then disturbs all of them. Answers with medians over the rounds. */
export async function runRounds(targets: readonly Target[], wanted: Options): Promise<LoadFigure[]> {
  for (const target of targets) {
    console.log(`Warming up: ${target.name}…`)
    await callTimes(target, wanted.warmUp)
  }
  const figures: LoadFigure[] = []
  for (const callers of callerCounts) {
    const rounds = new Map<Target, Round[]>(targets.map((target) => [target, []]))
    for (let round = 1; round <= wanted.rounds; round++) {
      console.log(`${callers} ${callers === 1 ? 'caller' : 'callers'}, round ${round} of ${wanted.rounds}…`)
      for (const target of targets) rounds.get(target)?.push(await runLoad(target, callers, wanted.roundMs))
    }
    for (const [target, ran] of rounds) figures.push(figureOf(target, callers, ran))
  }
  return figures
}

function figureOf(target: Target, callers: number, rounds: readonly Round[]): LoadFigure {
  const middle = (pick: (round: Round) => number) => median(rounds.map(pick))
  return {
    target: target.name,
    callers,
    rounds: rounds.length,
    perSecond: middle((round) => round.perSecond),
    p50: middle((round) => round.p50),
    p99: middle((round) => round.p99),
    cpu: middle((round) => round.cpu),
  }
}
