/**
 * Removes an account's password from text that came back from the CA, in any of the spellings a server echoes a request in: plain,
 * URL-encoded once or more, HTML-escaped, JSON-escaped, or as `visibleText` writes odd bytes; without regard to case. Also the values
 * after the names `loginName` and `loginPassword`, whatever they are.
 */
export type Redact = (text: string) => string

const mark = '[redacted]'

export function redactor(password: string): Redact {
  // Runs of blanks are one piece, because messages are shown with their blanks collapsed and their ends trimmed.
  const pieces = password.replace(edges, '').match(/[\p{Cc}\p{Cf}\s]+|./gsu) ?? []
  const spellings = pieces.map((piece, at) =>
    piece.search(edges) === 0 ? blanks(piece, at) : spellingsOf(piece),
  )
  const whole = spellings.length === 0 ? null : new RegExp(spellings.join(''), 'giu')
  const tail = startAtEnd(spellings)
  return (text) => {
    const plain = whole === null ? text : text.replace(whole, mark)
    return plain.replace(named, `$1${mark}`).replace(tail, mark)
  }
}

const edges = /^[\p{Cc}\p{Cf}\s]+|[\p{Cc}\p{Cf}\s]+$/gu

/** What follows the credentials' names in a form, in JSON or in HTML, up to the next separator. */
const named =
  /(login(?:Name|Password)["']?\s*(?:=|:|%(?:25)*3D|&#61;|&#x3D;)\s*["']?)(?!\[redacted\])[^&\s"'<>%]+(?:%(?!(?:25)*26)[^&\s"'<>%]*)*/gi

/**
 * A run of blanks, taken whole or not at all: without the look-ahead, a page indented with blanks has as many ways to be read as there are
 * ways to divide the run, and the server stands still over it.
 */
const blanks = (run: string, at: number): string => {
  const one = [...new Set([' ', ...run])].map(spellingsOf).join('|')
  return `(?=(?<run${at}>(?:${one})+))\\k<run${at}>`
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
  const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
  const all = [
    [...Buffer.from(character, 'utf8')].map(percent).join(''),
    `&(?:amp;)*#0*${code};?`,
    `&(?:amp;)*#x0*${hex};?`,
    units.map((unit) => `\\\\u${unit}`).join(''),
    `\\\\u\\{${hex}\\}`,
    ...(code < 0x100 ? [percent(code), `\\\\x${hex.padStart(2, '0')}`] : []),
    ...(character === ' ' ? ['\\+', '&nbsp;'] : []),
    ...(entities[character] === undefined ? [] : [`&(?:amp;)*${entities[character]};?`]),
    ...(code < 0x80 ? [] : misread(character)),
    `\\\\${escapeForRegExp(character)}`,
    // Plain comes last: `%` and `&` are also how the longer spellings begin.
    escapeForRegExp(character),
  ]
  return `(?:${[...new Set(all)].join('|')})`
}

const entities: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
}

/** Letters beyond ASCII come back as a question mark, as a named entity, or as two letters, from servers with another charset. */
const misread = (character: string): string[] => [
  '\\?',
  '\\uFFFD',
  '&(?:amp;)*[a-z]+;',
  escapeForRegExp(Buffer.from(character, 'utf8').toString('latin1')),
  escapeForRegExp(new TextDecoder('windows-1252').decode(Buffer.from(character, 'utf8'))),
]

const percent = (byte: number): string => `%(?:25)*${byte.toString(16).padStart(2, '0')}`

const escapeForRegExp = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|/]/g, (special) => `\\${special}`)
