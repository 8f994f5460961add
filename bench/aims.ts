import type { Figures, LoadFigure } from './figures.ts'

export interface Aim {
  readonly what: string
  readonly measured: number
  readonly most: number
  readonly unit: string
}

/** What the program is meant to cost at most, as far as this run measured it. */
export function aimsOf({ load, pages, startUp, memory }: Figures): Aim[] {
  const aims: Aim[] = []
  for (const callers of [1, 16]) aims.push(...actionAims(load ?? [], callers))
  const empty = pages?.find((page) => page.name === 'empty page')?.script ?? 0
  for (const { name, script } of pages ?? []) {
    if (name.startsWith('order'))
      aims.push({ what: `JavaScript: ${name}`, measured: script, most: 1.25 * empty, unit: 'kB' })
  }
  if (startUp !== null) {
    aims.push({ what: 'first answer after start', measured: startUp.live, most: 500, unit: 'ms' })
    aims.push({ what: 'ready after start', measured: startUp.ready, most: 500, unit: 'ms' })
  }
  if (memory !== null) {
    aims.push({ what: 'resident memory, idle', measured: memory.idle, most: 120, unit: 'MB' })
    aims.push({
      what: 'resident memory, idle after 1,000 operations',
      measured: memory.afterWork,
      most: 120,
      unit: 'MB',
    })
  }
  return aims
}

/** The action may cost a fifth more than the floor and the framework's own empty action together. */
function actionAims(load: readonly LoadFigure[], callers: number): Aim[] {
  const find = (target: string) => load.find((one) => one.target === target && one.callers === callers)
  const [floor, empty, action] = [find('floor'), find('empty action'), find('action')]
  if (floor === undefined || empty === undefined || action === undefined) return []
  const at = `${callers} ${callers === 1 ? 'caller' : 'callers'}`
  return [
    {
      what: `action, server CPU, ${at}`,
      measured: action.cpu,
      most: 1.2 * (floor.cpu + empty.cpu),
      unit: 'ms',
    },
    { what: `action, p50, ${at}`, measured: action.p50, most: 1.2 * (floor.p50 + empty.p50), unit: 'ms' },
  ]
}
