import 'server-only'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readOrCreateSecret, readSecret } from './auth/secret-file.ts'

/** Notes that a variable is wrong, and by which rule. Answers the fallback, so that reading goes on and all faults are told at once. */
export type Fail = <T>(name: string, rule: string, fallback: T) => T
export type Source = Readonly<Record<string, string | undefined>>

const isLongEnough = (text: string) => text.length >= 32
const isOneLine = (text: string) => text.length > 0 && text.length <= 500 && !/\p{Cc}/u.test(text)
const isKey = (text: string) => keyBytes(text).length === 32

/** What a secret's text must be, and the rule in words. */
export const secretRules = {
  long: { fits: isLongEnough, rule: 'must have 32 characters or more' },
  some: { fits: isOneLine, rule: 'must be one line of text' },
  key: { fits: isKey, rule: 'must be 32 bytes, written as 64 hexadecimal digits or in base64' },
  keys: {
    fits: (text: string) => listOf(text).every(isKey),
    rule: 'must be keys of 32 bytes each, written as 64 hexadecimal digits or in base64, parted by commas or spaces',
  },
} as const

type SecretRule = (typeof secretRules)[keyof typeof secretRules]

/** A secret's value from `NAME` or the file that `NAME_FILE` names; null when neither is given. Tells what is wrong with either. */
export function givenSecret(
  source: Source,
  name: string,
  { fits, rule }: SecretRule,
  fail: Fail,
): string | null {
  const fileName = `${name}_FILE`
  const path = source[fileName] || undefined
  const value = source[name] || undefined
  if (path === undefined) {
    if (value === undefined) return null
    return fits(value) ? value : fail(name, rule, value)
  }
  if (value !== undefined) return fail(name, `and ${fileName} are both set: keep one`, value)
  const text = readGiven(path)
  if (text === null) return fail(fileName, 'must name a file that can be read', '')
  return fits(text) ? text : fail(fileName, `names a file whose content is wrong: it ${rule}`, text)
}

/** A secret that is kept in the data folder, made there at first use. */
export function keptSecret(
  dataDir: string,
  name: string,
  file: string,
  { fits, rule }: SecretRule,
  fail: Fail,
): string {
  const kept = join(/* turbopackIgnore: true */ dataDir, file)
  try {
    const secret = readOrCreateSecret(kept, () => randomBytes(32).toString('base64'))
    return fits(secret) ? secret : fail(name, `was read from ${kept}, whose content is wrong: it ${rule}`, '')
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown cause'
    return fail(
      name,
      `is not set, and ${kept} could not be read or made (${why}): set it, or make DATA_DIR writable`,
      '',
    )
  }
}

export function publicUrl(text: string, fail: Fail): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isOrigin =
    url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href && url.username === ''
  return isOrigin
    ? url.origin
    : fail('PUBLIC_URL', 'must be an address such as https://unstuck.example.com, without a path', '')
}

/** The sites that may show the desk in a frame; none unless they are named. What is let through here stands in the page policy as it is. */
export function frameAncestors(text: string, fail: Fail): readonly string[] {
  const origins = listOf(text)
  const rule =
    'must be addresses such as https://tickets.example.com, without a path, parted by commas or spaces'
  return origins.every((origin) => /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(origin))
    ? origins
    : fail('FRAME_ANCESTORS', rule, [])
}

export function databaseUrl(text: string | null, fail: Fail): string | null {
  if (text === null) return null
  const fits = /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)
  return fits
    ? text
    : fail('DATABASE_URL', 'must begin with postgres:// or postgresql://; leave it out to use SQLite', null)
}

/** A whole number within bounds. */
export function wholeNumber(
  source: Source,
  name: string,
  [fallback, min, max]: readonly [number, number, number],
  fail: Fail,
): number {
  const text = source[name] || undefined
  if (text === undefined) return fallback
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  return value >= min && value <= max
    ? value
    : fail(name, `must be a whole number from ${min} to ${max}`, fallback)
}

/** 32 bytes from their spelling in hexadecimal or base64; none when it is neither. */
export function keyBytes(text: string): Buffer {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  return /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0)
}

export const listOf = (text: string): string[] => text.split(/[\s,]+/).filter((part) => part !== '')

function readGiven(path: string): string | null {
  try {
    return readSecret(path)
  } catch {
    return null
  }
}
