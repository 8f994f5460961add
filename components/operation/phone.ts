export interface SpokenPhone {
  /** What will be sent. */
  readonly sent: string
  /** The country's name, or null when the number does not tell. */
  readonly country: string | null
  /** Said beside the preview when something looks odd; never a refusal, because the CA's staff decide. */
  readonly doubt: string | null
}

/**
 * A typed number in the international way of writing. Without a country code nothing is guessed: it is sent as typed. The library is
 * loaded here, the first time a number is there to be read.
 */
export async function speakPhone(typed: string): Promise<SpokenPhone> {
  const text = typed.trim().replace(/^00(?=[1-9])/, '+')
  if (!text.startsWith('+')) {
    return {
      sent: typed.trim(),
      country: null,
      doubt: 'It has no country code, so it cannot be checked. Start with +, such as +49.',
    }
  }
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  const number = parsePhoneNumberFromString(text)
  if (number === undefined)
    return { sent: typed.trim(), country: null, doubt: 'It does not look like a complete number.' }
  const country = number.country ? countryName(number.country) : null
  if (!number.isPossible()) {
    return {
      sent: typed.trim(),
      country,
      doubt: `It does not look like a complete number${country ? ` of ${country}` : ''}.`,
    }
  }
  return {
    // An extension has a field of its own at the CA, and letters are refused there: without it, as typed.
    sent: number.ext ? typed.trim() : number.formatInternational(),
    country,
    doubt: number.isValid()
      ? null
      : `No such range of numbers is known${country ? ` in ${country}` : ''}. Check it once more.`,
  }
}

function countryName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code
}
