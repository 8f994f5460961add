import 'server-only'
import { pino, type Logger } from 'pino'
import { logLevel } from './env.ts'
import { requestId } from './request-id.ts'

const hidden = '[hidden]'
const secretName =
  /pass(word|phrase)?|secret|token|authorization|cookie|credential|vault_?key|sealed|session_?id|personal|^raw$/i

/** The address itself is the secret here, wherever in a line a library has put it. */
const pushAddress = /(push(?:\/|%2F))[\w-]{20,}/gi

/**
 * JSON leaves these as they are: control characters that steer a terminal, line ends that some readers know, and marks that turn the
 * direction of writing around.
 */
const steering = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g
const spelled = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * The log: one JSON object a line to standard output, without worker threads, which a copied standalone build would lack. Values under
 * names that are known to hold secrets or personal data are hidden at any depth. A line cannot be forged: JSON escapes line ends.
 */
export const log: Logger = createLog()

/** A log of its own; `to` takes the lines in tests. */
export function createLog(options: { level?: string; to?: { write(line: string): void } } = {}): Logger {
  const settings = {
    level: options.level ?? logLevel(),
    base: undefined,
    // Traces a receipt back to the request it came from: its attempt and this id stand on one line.
    mixin: () => {
      const request = requestId()
      return request === undefined ? {} : { request }
    },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => hide(fields, 0) as Record<string, unknown>,
    },
    serializers: { err: (error: unknown) => error },
    hooks: {
      streamWrite: (line: string) => line.replace(pushAddress, '$1[hidden]').replace(steering, spelled),
    },
  }
  return options.to === undefined ? pino(settings) : pino(settings, options.to)
}

function hide(value: unknown, depth: number): unknown {
  if (value instanceof Error) return describe(value, depth)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (depth > 6) return '[deep]'
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => hide(item, depth + 1))
  if (value instanceof Date || value instanceof URL) return value.toString()
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretName.test(name) ? hidden : hide(inner, depth + 1),
    ]),
  )
}

/** Only these parts of an error: a database's `detail` quotes rows, an HTTP client's `body` quotes answers. */
function describe(error: Error, depth: number): Record<string, unknown> {
  return {
    type: error.name,
    message: error.message,
    ...('code' in error ? { code: String(error.code) } : {}),
    stack: error.stack,
    ...(error.cause === undefined || depth > 3 ? {} : { cause: hide(error.cause, depth + 1) }),
  }
}
