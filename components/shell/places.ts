import { atLeast } from '#lib/auth/roles.ts'
import type { Role } from '#lib/desk/receipt.ts'

export interface Place {
  readonly href: string
  readonly label: string
  /** The key that leads here after `g`. */
  readonly key: string
  /** The least role it is shown to; everybody when left out. The page itself asks again. */
  readonly role?: Role
}

/** What the desk has so far, in the navigation, the palette and the keys. A new screen is a line here. */
const places: readonly Place[] = [
  { href: '/', label: 'Desk', key: 'd' },
  { href: '/activity', label: 'Activity', key: 'a' },
  { href: '/codes', label: 'Codes', key: 'c' },
  { href: '/settings', label: 'Settings', key: 's', role: 'administrator' },
]

export function placesFor(role: Role): readonly Place[] {
  return places.filter((place) => atLeast(role, place.role ?? 'viewer'))
}
