import 'server-only'
import { resolve } from 'node:path'
import { readSignOn } from './auth/sign-on-settings.ts'
import type { Role } from './desk/receipt.ts'
import {
  databaseUrl,
  frameAncestors,
  givenSecret,
  keptSecret,
  keyBytes,
  listOf,
  publicUrl,
  secretRules,
  wholeNumber,
  type Source,
} from './env-rules.ts'

/** The configuration, checked. Names are those of the environment variables. */
export interface Env {
  readonly PORT: number
  readonly HOSTNAME: string
  /** The origin people type, such as `https://unstuck.example.com`. */
  readonly PUBLIC_URL: string
  /** Origins of the sites that may show the desk in a frame. */
  readonly FRAME_ANCESTORS: readonly string[]
  readonly DATA_DIR: string
  /** Null means SQLite in DATA_DIR. */
  readonly DATABASE_URL: string | null
  readonly SESSION_SECRET: string
  /** 32 bytes. */
  readonly VAULT_KEY: Buffer
  /** Keys that still open what they sealed, and seal nothing any more. */
  readonly VAULT_KEYS_RETIRED: readonly Buffer[]
  readonly CA_CONNECT_TIMEOUT_MS: number
  readonly CA_TIMEOUT_MS: number
  readonly DUPLICATE_WINDOW_MINUTES: number
  readonly ATTEMPTS_PER_MINUTE: number
  readonly LOG_LEVEL: LogLevel
  /** How many entries at the right of X-Forwarded-For were written by proxies of ours. */
  readonly TRUSTED_PROXIES: number
  readonly SESSION_IDLE_MINUTES: number
  readonly SESSION_HOURS: number
  /** For how long a stopping server tells "not ready" before it takes no more connections. */
  readonly SHUTDOWN_DRAIN_SECONDS: number
  /** Opens `/api/metrics` to whoever shows it; null means that there are none. */
  readonly METRICS_TOKEN: string | null
  /** After how many days personal data is masked; null means never by itself. */
  readonly RETENTION_DAYS: number | null
  /** The private key that signs heads of the history, in PEM. Read by the operator's program alone. */
  readonly HISTORY_SIGNING_KEY_FILE: string | null
  /** The OpenID provider of single sign-on; null means that there is none. */
  readonly OIDC_ISSUER: string | null
  readonly OIDC_CLIENT_ID: string | null
  readonly OIDC_CLIENT_SECRET: string | null
  /** The claim that says a person's role; dots lead into objects. */
  readonly OIDC_ROLE_CLAIM: string
  /** The claim's value for each role. */
  readonly OIDC_ROLES: Readonly<Partial<Record<Role, string>>>
  /** What the button says: “Sign in with …”. */
  readonly OIDC_LABEL: string
  /** False: nobody signs in with a password of this desk. */
  readonly LOCAL_SIGN_IN: boolean
  /** True in `npm run demo` alone: the sign-in page then lists the sample people. */
  readonly DEMO: boolean
}

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
  const whole = (name: string, ...range: [number, number, number]) => wholeNumber(source, name, range, fail)
  const oneOrZero = (name: string): boolean => {
    const text = given(name)
    return text !== undefined && text !== '0' && (text === '1' || fail(name, 'must be 1 or 0', false))
  }

  const port = whole('PORT', 3000, 1, 65_535)
  const dataDir = resolve(/* turbopackIgnore: true */ given('DATA_DIR') ?? './data')
  const plain = {
    PORT: port,
    HOSTNAME: given('HOSTNAME') ?? '127.0.0.1',
    PUBLIC_URL: publicUrl(given('PUBLIC_URL') ?? `http://localhost:${port}`, fail),
    FRAME_ANCESTORS: frameAncestors(given('FRAME_ANCESTORS') ?? '', fail),
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
    SHUTDOWN_DRAIN_SECONDS: whole('SHUTDOWN_DRAIN_SECONDS', 5, 0, 300),
    RETENTION_DAYS: given('RETENTION_DAYS') === undefined ? null : whole('RETENTION_DAYS', 1, 1, 36_500),
    HISTORY_SIGNING_KEY_FILE: given('HISTORY_SIGNING_KEY_FILE') ?? null,
    DEMO: oneOrZero('DEMO'),
  }
  if (given('LOG_LEVEL') !== undefined && !logLevels.some((level) => level === given('LOG_LEVEL'))) {
    fail('LOG_LEVEL', `must be one of ${logLevels.join(', ')}`, null)
  }
  const { long, key, keys } = secretRules
  const session = givenSecret(source, 'SESSION_SECRET', long, fail)
  const vault = givenSecret(source, 'VAULT_KEY', key, fail)
  const retired = givenSecret(source, 'VAULT_KEYS_RETIRED', keys, fail)
  const metricsToken = givenSecret(source, 'METRICS_TOKEN', long, fail)
  const signOn = readSignOn(source, fail)
  if (problems.length > 0) return { ok: false, message: messageOf(problems) }
  const secrets = {
    SESSION_SECRET: session ?? keptSecret(dataDir, 'SESSION_SECRET', 'session-secret', long, fail),
    VAULT_KEY: keyBytes(vault ?? keptSecret(dataDir, 'VAULT_KEY', 'vault-key', key, fail)),
    VAULT_KEYS_RETIRED: listOf(retired ?? '').map(keyBytes),
    METRICS_TOKEN: metricsToken,
  }
  if (problems.length > 0) return { ok: false, message: messageOf(problems) }
  return { ok: true, env: { ...plain, ...signOn, ...secrets } }
}

function messageOf(problems: readonly string[]): string {
  return [
    'Unstuck cannot start: its configuration is wrong.',
    ...problems.map((problem) => `  ${problem}`),
  ].join('\n')
}
