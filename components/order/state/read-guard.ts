/** An order as this tab knows it. */
export interface ReadPlace {
  readonly order: string
  readonly account: string
}

/** As long as the CA asks to wait between two reads of an order. */
const rest = 3 * 3_600_000

const nameOf = ({ order, account }: ReadPlace) =>
  `unstuck.read.${encodeURIComponent(account)}.${encodeURIComponent(order)}`

/**
 * Whether a page may read by itself: not when it did before in this tab and nothing came of it. A tab that cannot keep that in mind never does.
 */
export function mayReadByItself(storage: () => Storage, place: ReadPlace, now: number): boolean {
  try {
    const asked = storage().getItem(nameOf(place))
    return asked === null || now - Number(asked) >= rest
  } catch {
    return false
  }
}

/** Before the question leaves, so that neither a failure nor a page that is left in between repeats it. False when it cannot be kept. */
export function noteRead(storage: () => Storage, place: ReadPlace, now: number): boolean {
  try {
    storage().setItem(nameOf(place), String(now))
    return true
  } catch {
    return false
  }
}

export function forgetRead(storage: () => Storage, place: ReadPlace): void {
  try {
    storage().removeItem(nameOf(place))
  } catch {
    // Then nothing was noted either.
  }
}
