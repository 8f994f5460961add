import 'server-only'
import { clock } from '#lib/clock.ts'
import { placeOf } from './address.ts'

const minute = 60_000
const mostOfPlace = 30
const mostOfAll = 600

let begunAt = 0
let places = new Map<string, number>()
let all = 0

/**
 * Whether a place may have another question for a passkey. Each is a row of the store for ten minutes and anybody may ask, so there are 30 a
 * minute for a place and 600 for all, in this process.
 */
export function mayAskForPasskey(address: string): boolean {
  const now = clock.now()
  if (Math.abs(now - begunAt) >= minute) {
    begunAt = now
    places = new Map()
    all = 0
  }
  const place = placeOf(address)
  const asked = places.get(place) ?? 0
  if (asked >= mostOfPlace || all >= mostOfAll) return false
  places.set(place, asked + 1)
  all += 1
  return true
}
