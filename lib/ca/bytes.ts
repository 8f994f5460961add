/** Bytes to text and back to something a person can read. Pure, and never throws. */

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** Also what browsers take for ISO-8859-1; it gives every byte a character. */
const windows1252 = new TextDecoder('windows-1252')

/** UTF-8 where the bytes are UTF-8, Windows-1252 where they are not, or where the CA says that they are not. */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  if (/charset\s*=\s*"?(iso-8859-1|latin-?1|windows-1252|cp1252)/i.test(contentType ?? ''))
    return windows1252.decode(bytes)
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return windows1252.decode(bytes)
  }
}

/**
 * Bytes as text in which nothing is lost or hidden: what is not UTF-8 is written `\xE9`, and control and invisible characters, except
 * line ends and tabs, as `\u{200B}`. Safe to store in any database.
 */
export function visibleText(bytes: Uint8Array): string {
  return utf8Runs(bytes).replace(/(?![\n\r\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return code < 0x100 ? byteMark(code) : `\\u{${code.toString(16).toUpperCase()}}`
  })
}

/** Decodes run by run, so that one wrong byte does not hide the right ones around it. */
function utf8Runs(bytes: Uint8Array): string {
  let text = ''
  let start = 0
  while (start < bytes.length) {
    const length = validLength(bytes, start)
    if (length === 0) {
      text += byteMark(bytes[start] ?? 0)
      start += 1
    } else {
      text += strictUtf8.decode(bytes.subarray(start, start + length))
      start += length
    }
  }
  return text
}

/** How many bytes from `start` are whole UTF-8 characters. */
function validLength(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length) {
    const size = characterSize(bytes, at)
    if (size === 0) break
    at += size
  }
  return at - start
}

function characterSize(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  try {
    strictUtf8.decode(bytes.subarray(at, at + size))
    return at + size <= bytes.length ? size : 0
  } catch {
    return 0
  }
}

const byteMark = (byte: number): string => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`
