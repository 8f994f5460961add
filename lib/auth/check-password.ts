import 'server-only'
import { commonPasswords, weakWords } from './common-passwords.ts'

export type CheckedPassword = { readonly ok: true } | { readonly ok: false; readonly message: string }

/** Passwords have 15 characters or more, because they are the only factor. */
export const passwordLength = { min: 15, max: 128 } as const

/**
 * Judges a new password: 15 to 128 characters, of any kind, and not a common one. What is common is told by a list and by taking away
 * whatever guessers try first: runs on the keyboard, repeats, years, well-known words, the product's name and the person's own.
 */
export function checkPassword(text: string, person: { email?: string; name?: string } = {}): CheckedPassword {
  const password = text.normalize('NFKC')
  const { length } = [...password]
  if (length < passwordLength.min) {
    return refuse(`Use ${passwordLength.min} characters or more: several words are easy to remember.`)
  }
  if (length > passwordLength.max) return refuse(`Use ${passwordLength.max} characters or fewer.`)
  const plain = password.toLowerCase()
  const letters = unleet(plain).replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (commonPasswords.has(plain) || commonPasswords.has(letters))
    return refuse('Choose another: this is a common password.')
  if (new Set(plain).size < 5 || period(plain) <= plain.length / 2) {
    return refuse('Choose another: this one repeats the same few characters.')
  }
  if (Math.min(rest(plain, person), rest(unleet(plain), person)) < 6) {
    return refuse(
      'Choose another: this one is made of a well-known word, a name or a row of keys, which are tried first.',
    )
  }
  return { ok: true }
}

/** How many letters and digits are left when everything easily guessed is taken away. */
function rest(text: string, person: { email?: string; name?: string }): number {
  const own = `${person.email ?? ''} ${person.name ?? ''}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const words = [...own.filter((word) => word.length > 2), ...weakWords].sort((a, b) => b.length - a.length)
  let left = words.reduce((kept, word) => kept.replaceAll(word, ' '), withoutRuns(text))
  left = left.replaceAll(/(?:19|20)\d\d/g, ' ').replaceAll(/(.)\1{2,}/gu, '$1')
  return [...left.replaceAll(/[^\p{L}\p{N}]/gu, '')].length
}

const rows = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'qwertzuiop',
  'yxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
  '!@#$%^&*()',
].flatMap((row) => [row, [...row].reverse().join('')])

/** Takes away every piece of four or more characters that stands in a row of keys, of digits or of the alphabet. */
function withoutRuns(text: string): string {
  let left = ''
  for (let start = 0; start < text.length;) {
    let end = start + 4
    while (end <= text.length && rows.some((row) => row.includes(text.slice(start, end)))) end++
    const run = end - 1 - start
    left += run >= 4 ? ' ' : text[start]
    start += run >= 4 ? run : 1
  }
  return left
}

/** The length of the shortest piece that, repeated, gives the text. */
function period(text: string): number {
  return (text + text).indexOf(text, 1)
}

const digits: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const unleet = (text: string) => text.replaceAll(/[013457@$!]/g, (sign) => digits[sign] ?? sign)

const refuse = (message: string): CheckedPassword => ({ ok: false, message })
