import { decodeText } from './bytes.ts'

/** Ordered names and values, as the CA's documents list them. */
export type Pairs = readonly (readonly [name: string, value: string])[]

/**
 * Writes pairs as `application/x-www-form-urlencoded`, in UTF-8, exactly as the URL standard has it (blank as `+`).
 *
 * @throws TypeError when a value is not well-formed Unicode: encoding it would silently send something else.
 */
export function writeForm(pairs: Pairs): string {
  const form = new URLSearchParams()
  for (const [name, value] of pairs) {
    if (!value.isWellFormed()) throw new TypeError(`${name} is not well-formed Unicode`)
    form.append(name, value)
  }
  return form.toString()
}

/**
 * Reads pairs tolerantly, from text in which every character is one byte: `+`, `%20` and bare blanks are blanks, malformed escapes stay
 * as they are, a part without `=` belongs to the value before it (an unescaped `&`). Names come out trimmed and in lower case, because
 * the CA's documents call them case-insensitive; values come out as they are.
 */
export function readForm(binary: string, contentType: string | null): [name: string, value: string][] {
  const parts: [string, string][] = []
  for (const part of binary.split('&')) {
    const equals = part.indexOf('=')
    const last = parts.at(-1)
    if (equals >= 0) parts.push([part.slice(0, equals), part.slice(equals + 1)])
    else if (last !== undefined && part.trim() !== '') last[1] += `&${part}`
    else if (part.trim() !== '') parts.push([part, ''])
  }
  return parts.map(([name, value]) => [
    unescape(name, null).trim().toLowerCase(),
    unescape(value, contentType),
  ])
}

function unescape(text: string, contentType: string | null): string {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at++) {
    const hex = text[at] === '%' ? /^[0-9A-Fa-f]{2}/.exec(text.slice(at + 1, at + 3)) : null
    if (hex !== null) {
      bytes.push(Number.parseInt(hex[0], 16))
      at += 2
    } else {
      bytes.push(text[at] === '+' ? 0x20 : text.charCodeAt(at))
    }
  }
  return decodeText(Uint8Array.from(bytes), contentType)
}
