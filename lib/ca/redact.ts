/**
 * Removes an account's password from text that came back from the CA, in any of the spellings a server echoes a request in: plain,
 * URL-encoded once or more, HTML-escaped, JSON-escaped, or as `visibleText` writes odd bytes; without regard to case. Also the values
 * after the names `loginName` and `loginPassword`, whatever they are.
 */
export type Redact = (text: string) => string

const mark = '[redacted]'

export function redactor(password: string): Redact {
  const spellings = [...password].map(spellingsOf)
  const whole = password === '' ? null : new RegExp(spellings.join(''), 'giu')
  const tail = startAtEnd(spellings)
  return (text) => {
    const plain = whole === null ? text : text.replace(whole, mark)
    return plain
      .replace(
        /(login(?:Name|Password)["']?\s*(?:=|:|%(?:25)*3D|&#61;|&#x3D;)\s*["']?)(?!\[redacted\])[^&\s"'<>%]+(?:%(?!(?:25)*26)[^&\s"'<>%]*)*/gi,
        `$1${mark}`,
      )
      .replace(tail, mark)
  }
}

/** A reply that was cut inside the password ends in its beginning; four characters of it or more are removed too. */
function startAtEnd(spellings: readonly string[]): RegExp {
  const [least, rest] = [spellings.slice(0, 4), spellings.slice(4, -1)]
  if (spellings.length < 5) return /(?!)/
  return new RegExp(
    `${least.join('')}${rest.map((one) => `(?:${one}`).join('')}${')?'.repeat(rest.length)}$`,
    'iu',
  )
}

function spellingsOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const hex = code.toString(16)
  const units = [...new Array(character.length).keys()].map((at) =>
    character.charCodeAt(at).toString(16).padStart(4, '0'),
  )
  const all = [
    escapeForRegExp(character),
    `\\\\${escapeForRegExp(character)}`,
    [...Buffer.from(character, 'utf8')].map(percent).join(''),
    `&(?:amp;)*#0*${code};?`,
    `&(?:amp;)*#x0*${hex};?`,
    units.map((unit) => `\\\\u${unit}`).join(''),
    `\\\\u\\{${hex}\\}`,
    ...(code < 0x100 ? [percent(code), `\\\\x${hex.padStart(2, '0')}`] : []),
    ...(character === ' ' ? ['\\+', '&nbsp;'] : []),
    ...(named[character] === undefined ? [] : [`&(?:amp;)*${named[character]};?`]),
  ]
  return `(?:${all.join('|')})`
}

const named: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }

const percent = (byte: number): string => `%(?:25)*${byte.toString(16).padStart(2, '0')}`

const escapeForRegExp = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|/-]/g, (special) => `\\${special}`)
