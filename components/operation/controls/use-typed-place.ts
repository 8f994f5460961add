import { useState } from 'react'
import { placeOfName } from '#lib/time/country-zones.ts'
import type { Hint } from './zone-guess.tsx'

/** What can only be meant as a telephone number: a plus or two zeros, and digits. */
const phoneLike = /^\s*(\+|00)[\d\s()./-]{6,}$/

/** Where a number or a country typed in the place of a zone belongs. The number stays in this browser. */
export function useTypedPlace() {
  const [typed, setTyped] = useState<Hint | null>(null)

  async function read(text: string): Promise<Hint | null> {
    const hint = await hintOf(text)
    if (hint !== null) setTyped(hint)
    return hint
  }
  return { typed, read }
}

async function hintOf(text: string): Promise<Hint | null> {
  if (!phoneLike.test(text)) {
    const place = placeOfName(text)
    return place && { number: null, place }
  }
  // The library comes only now. Where it cannot be fetched, the field's own words ask for a zone.
  const library = await import('#lib/time/phone-place.ts').catch(() => null)
  const place = library?.placeOfPhone(text) ?? null
  return place && { number: text.trim(), place }
}
