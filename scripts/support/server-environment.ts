import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'

type Variables = Record<string, string | undefined>

/**
 * What the server is started with: the environment, then `.env` of the current folder, then defaults. Paths become absolute, because the
 * server's own folder is the build, which the next build clears: data must never land there.
 */
export function serverEnvironment(given: Variables, cwd: string): Variables {
  const file = readEnvFile(resolve(cwd, '.env'))
  const merged: Variables = { ...file, ...given }
  // Some shells export the machine's name under HOSTNAME. That is not somebody's choice of an address to listen on.
  if (given.HOSTNAME === undefined || given.HOSTNAME === '' || given.HOSTNAME === hostname()) {
    merged.HOSTNAME = file.HOSTNAME || '127.0.0.1'
  }
  merged.PORT ||= '3000'
  merged.DATA_DIR = resolve(cwd, merged.DATA_DIR || 'data')
  for (const name of [
    'SESSION_SECRET_FILE',
    'VAULT_KEY_FILE',
    'VAULT_KEYS_RETIRED_FILE',
    'METRICS_TOKEN_FILE',
    'OIDC_CLIENT_SECRET_FILE',
  ]) {
    if (merged[name]) merged[name] = resolve(cwd, merged[name])
  }
  merged.NODE_ENV = 'production'
  return merged
}

function readEnvFile(path: string): Variables {
  try {
    return parseEnv(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}
