/** What a press of a key asks for. */
export type Move =
  { readonly is: 'palette' | 'keys' | 'copy-link' | 'search' } | { readonly is: 'go'; readonly href: string }

export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly repeat: boolean
  readonly isComposing: boolean
}

export interface Situation {
  /** False when the person switched the single keys off. */
  readonly singleKeys: boolean
  /** True while a field has the cursor, or a dialog stands before everything else. */
  readonly isBusy: boolean
  /** When `g` was pressed, in milliseconds, or null. */
  readonly pressedG: number | null
  readonly now: number
  readonly places: readonly { readonly href: string; readonly key: string }[]
}

/** Time to find the second key of a pair. */
const pairWithin = 1500

const moves: Readonly<Record<string, Move>> = {
  '/': { is: 'search' },
  '?': { is: 'keys' },
  c: { is: 'copy-link' },
}

/** What this press means here, and whether `g` now waits for its second key. Ctrl or Cmd with K works always, the single keys never while somebody types. */
export function readPress(
  press: Press,
  at: Situation,
): { readonly move: Move | null; readonly pressedG: number | null } {
  const nothing = { move: null, pressedG: null }
  if (press.isComposing) return nothing
  if (isPaletteChord(press)) return { move: press.repeat ? null : { is: 'palette' }, pressedG: null }
  if (press.ctrlKey || press.metaKey || press.altKey || at.isBusy || !at.singleKeys) return nothing
  // Shift alone is no key of its own: on some keyboards the second of a pair or the slash needs it.
  if (press.key === 'Shift') return { move: null, pressedG: at.pressedG }
  if (press.repeat) return nothing
  if (at.pressedG !== null && at.now - at.pressedG <= pairWithin) {
    const place = at.places.find(({ key }) => key === press.key)
    return { move: place === undefined ? null : { is: 'go', href: place.href }, pressedG: null }
  }
  if (press.key === 'g') return { move: null, pressedG: at.now }
  return { move: moves[press.key] ?? null, pressedG: null }
}

export function isPaletteChord({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): boolean {
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey
}
