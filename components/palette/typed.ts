/** What was typed, taken apart: an order number or the beginning of one, and the other words. */
export interface Typed {
  readonly order: string
  readonly words: readonly string[]
}

/** Digits, perhaps with a leading # and blanks between them, are an order number as a whole; else the first word with three digits in a row is. */
export function readTyped(text: string): Typed {
  const whole = text.replaceAll(/\s+/g, '').replace(/^#+/, '')
  if (/^\d+$/.test(whole)) return { order: whole, words: [] }
  const words = text.trim().split(/\s+/).filter(Boolean)
  const at = words.findIndex((word) => /^#+.|^\d{3}|^[^-−].*\d{3}/u.test(word))
  const order = words[at]?.replace(/^#+/, '') ?? ''
  return { order, words: words.filter((_, index) => index !== at) }
}

/** Whether every word occurs in the text, in any order and case. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return words.every((word) => lower.includes(word.toLowerCase()))
}
