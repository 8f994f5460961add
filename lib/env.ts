import 'server-only'
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { readOrCreateSecret, readSecret } from './auth/secret-file.ts'

/** The configuration, checked. Names are those of the environment variables. */
export interface Env {
  readonly PORT: number
  readonly HOSTNAME: string
  /** The origin people type, such as `https://unstuck.example.com`. */
  readonly PUBLIC_URL: string
  readonly DATA_DIR: string
  /** Null means SQLite in DATA_DIR. */
  readonly DATABASE_URL: string | null
  readonly SESSION_SECRET: string
  /** 32 bytes. */
  readonly VAULT_KEY: Buffer
  readonly CA_CONNECT_TIMEOUT_MS: number
  readonly CA_TIMEOUT_MS: number
  readonly DUPLICATE_WINDOW_MINUTES: number
  readonly ATTEMPTS_PER_MINUTE: number
  readonly LOG_LEVEL: LogLevel
  /** How many entries at the right of X-Forwarded-For were written by proxies of ours. */
  readonly TRUSTED_PROXIES: number
  readonly SESSION_IDLE_MINUTES: number
  readonly SESSION_HOURS: number
  /** True in `npm run demo` alone: the sign-in page then lists the sample people. */
  readonly DEMO: boolean
}

type Source = Readonly<Record<string, string | undefined>>
export type ParsedEnv =
  { readonly ok: true; readonly env: Env } | { readonly ok: false; readonly message: string }

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

let parsed: Env | undefined

/** The configuration, parsed once at first use, so that a build needs none. Throws a readable message when it is wrong. */
export function env(): Env {
  if (parsed !== undefined) return parsed
  const result = parseEnv(process.env)
  if (!result.ok) throw new Error(result.message)
  parsed = result.env
  return parsed
}

/** As `env`, for the start of a program: prints what is wrong and ends the process, because Next would live on and answer 500. */
export function envOrExit(): Env {
  try {
    return env()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

/** Puts a configuration in place of the environment's; null goes back to it. For tests only. */
export function setEnv(replacement: Env | null): void {
  parsed = replacement ?? undefined
}

/** The log level without the rest of the configuration, because the log must work when the rest is wrong. Silent under vitest unless asked. */
export function logLevel(source: Source = process.env): LogLevel {
  const asked = logLevels.find((level) => level === source.LOG_LEVEL)
  return asked ?? (source.VITEST === undefined ? 'info' : 'silent')
}

/**
 * Checks a set of variables. The message names each wrong variable and its rule, never a value. Secrets that are not given are read from
 * DATA_DIR, and created there when everything else is right.
 */
export function parseEnv(source: Source): ParsedEnv {
  const problems: string[] = []
  const given = (name: string) => source[name] || undefined
  const fail = <T>(name: string, rule: string, fallback: T): T => {
    problems.push(`${name} ${rule}.`)
    return fallback
  }
  const whole = (name: string, fallback: number, min: number, max: number): number => {
    const text = given(name)
    if (text === undefined) return fallback
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN
    return value >= min && value <= max
      ? value
      : fail(name, `must be a whole number from ${min} to ${max}`, fallback)
  }

  const port = whole('PORT', 3000, 1, 65_535)
  const dataDir = resolve(/* turbopackIgnore: true */ given('DATA_DIR') ?? './data')
  const plain = {
    PORT: port,
    HOSTNAME: given('HOSTNAME') ?? '127.0.0.1',
    PUBLIC_URL: publicUrl(given('PUBLIC_URL') ?? `http://localhost:${port}`, fail),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl(given('DATABASE_URL') ?? null, fail),
    CA_CONNECT_TIMEOUT_MS: whole('CA_CONNECT_TIMEOUT_MS', 10_000, 1, 600_000),
    CA_TIMEOUT_MS: whole('CA_TIMEOUT_MS', 60_000, 1, 600_000),
    DUPLICATE_WINDOW_MINUTES: whole('DUPLICATE_WINDOW_MINUTES', 15, 0, 1440),
    ATTEMPTS_PER_MINUTE: whole('ATTEMPTS_PER_MINUTE', 30, 1, 100_000),
    LOG_LEVEL: logLevel(source),
    TRUSTED_PROXIES: whole('TRUSTED_PROXIES', 0, 0, 5),
    SESSION_IDLE_MINUTES: whole('SESSION_IDLE_MINUTES', 30, 1, 1440),
    SESSION_HOURS: whole('SESSION_HOURS', 8, 1, 168),
    DEMO: given('DEMO') === '1',
  }
  if (given('DEMO') !== undefined && !['0', '1'].includes(given('DEMO') ?? ''))
    fail('DEMO', 'must be 1 or 0', null)
  if (given('LOG_LEVEL') !== undefined && !logLevels.some((level) => level === given('LOG_LEVEL'))) {
    fail('LOG_LEVEL', `must be one of ${logLevels.join(', ')}`, null)
  }
  const secrets = [
    secretOf('SESSION_SECRET', 'session-secret', isLongEnough, 'must have 32 characters or more'),
    secretOf(
      'VAULT_KEY',
      'vault-key',
      isKey,
      'must be 32 bytes, written as 64 hexadecimal digits or in base64',
    ),
  ]
  for (const secret of secrets) secret.check()
  if (problems.length > 0) return { ok: false, message: messageOf(problems) }
  const [session, vault] = secrets.map((secret) => secret.take())
  if (problems.length > 0) return { ok: false, message: messageOf(problems) }
  return { ok: true, env: { ...plain, SESSION_SECRET: session ?? '', VAULT_KEY: keyBytes(vault ?? '') } }

  function secretOf(name: string, file: string, fits: (text: string) => boolean, rule: string) {
    const fileName = `${name}_FILE`
    const path = given(fileName)
    let value = given(name)
    return {
      check() {
        if (path !== undefined) {
          if (value !== undefined) return fail(name, `and ${fileName} are both set: keep one`, undefined)
          value = readGiven(path) ?? fail(fileName, 'must name a file that can be read', undefined)
          if (value !== undefined && !fits(value))
            fail(fileName, `names a file whose content is wrong: it ${rule}`, undefined)
          return undefined
        }
        if (value !== undefined && !fits(value)) fail(name, rule, undefined)
        return undefined
      },
      take(): string {
        if (value !== undefined) return value
        const kept = join(/* turbopackIgnore: true */ dataDir, file)
        try {
          const secret = readOrCreateSecret(kept, () => randomBytes(32).toString('base64'))
          return fits(secret)
            ? secret
            : fail(name, `was read from ${kept}, whose content is wrong: it ${rule}`, '')
        } catch (error) {
          const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown cause'
          return fail(
            name,
            `is not set, and ${kept} could not be read or made (${why}): set it, or make DATA_DIR writable`,
            '',
          )
        }
      },
    }
  }
}

type Fail = <T>(name: string, rule: string, fallback: T) => T

function publicUrl(text: string, fail: Fail): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isOrigin =
    url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href && url.username === ''
  return isOrigin
    ? url.origin
    : fail('PUBLIC_URL', 'must be an address such as https://unstuck.example.com, without a path', '')
}

function databaseUrl(text: string | null, fail: Fail): string | null {
  if (text === null) return null
  const fits = /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)
  return fits
    ? text
    : fail('DATABASE_URL', 'must begin with postgres:// or postgresql://; leave it out to use SQLite', null)
}

function readGiven(path: string): string | null {
  try {
    return readSecret(path)
  } catch {
    return null
  }
}

const isLongEnough = (text: string) => text.length >= 32
const isKey = (text: string) => keyBytes(text).length === 32

function keyBytes(text: string): Buffer {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  return /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0)
}

function messageOf(problems: readonly string[]): string {
  return [
    'Unstuck cannot start: its configuration is wrong.',
    ...problems.map((problem) => `  ${problem}`),
  ].join('\n')
}
