import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { placeOfCountry, type Place } from './country-zones.ts'

/** Free and shared-cost numbers of +1 are answered anywhere in North America. */
const nowhere = /^\+1(8(00|33|44|55|66|77|88)|900)/

/**
 * Where a number in the international way of writing is from, or null when it does not tell. A guess: numbers travel with their owners.
 * Where a calling code is shared (+1, +7, +44) the digits after it decide.
 */
export function placeOfPhone(typed: string): Place | null {
  const text = typed.trim().replace(/^00(?=[1-9])/, '+')
  if (!text.startsWith('+')) return null
  const number = parsePhoneNumberFromString(text)
  if (number?.country === undefined || nowhere.test(number.number)) return null
  return placeOfCountry(number.country)
}
