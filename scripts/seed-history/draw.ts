/** Numbers from 0 to below 1 that are the same in every run (mulberry32): two histories of one length differ in nothing that matters. */
export function drawer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of `choices`, each as often as its share of all shares says. */
export function pick<T extends { readonly share: number }>(draw: () => number, choices: readonly T[]): T {
  let left = draw() * choices.reduce((sum, { share }) => sum + share, 0)
  for (const choice of choices) {
    left -= choice.share
    if (left < 0) return choice
  }
  return choices.at(-1) as T
}
