/**
 * The languages of the callback. The CA's own list is missing from every copy of its document that was found; this one is second-hand,
 * from a reseller's public client that passes the CA's values through (xolphin-api-python, `configure_validation_call.py`).
 */
export const languages = [
  { value: 'en-us', english: 'English', own: 'English' },
  { value: 'de-de', english: 'German', own: 'Deutsch' },
  { value: 'es-es', english: 'Spanish', own: 'Español' },
  { value: 'fr-fr', english: 'French', own: 'Français' },
  { value: 'nl-nl', english: 'Dutch', own: 'Nederlands' },
  { value: 'pt-br', english: 'Portuguese (Brazil)', own: 'Português (Brasil)' },
  { value: 'ru-ru', english: 'Russian', own: 'Русский' },
] as const

/** `German` for `de-de`; the value itself when it is not one of ours. */
export function languageName(value: string): string {
  return languages.find((language) => language.value === value)?.english ?? value
}
