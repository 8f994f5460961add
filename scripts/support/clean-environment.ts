type Variables = Readonly<Record<string, string | undefined>>

/** The program's own variables. What a test or the demo starts must not inherit them from somebody's shell. */
export const ownVariables = [
  'PORT',
  'HOSTNAME',
  'PUBLIC_URL',
  'FRAME_ANCESTORS',
  'DATA_DIR',
  'DATABASE_URL',
  'SESSION_SECRET',
  'SESSION_SECRET_FILE',
  'VAULT_KEY',
  'VAULT_KEY_FILE',
  'VAULT_KEYS_RETIRED',
  'VAULT_KEYS_RETIRED_FILE',
  'CA_CONNECT_TIMEOUT_MS',
  'CA_TIMEOUT_MS',
  'DUPLICATE_WINDOW_MINUTES',
  'ATTEMPTS_PER_MINUTE',
  'LOG_LEVEL',
  'TRUSTED_PROXIES',
  'SESSION_IDLE_MINUTES',
  'SESSION_HOURS',
  'SHUTDOWN_DRAIN_SECONDS',
  'METRICS_TOKEN',
  'METRICS_TOKEN_FILE',
  'RETENTION_DAYS',
  'HISTORY_SIGNING_KEY_FILE',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_CLIENT_SECRET_FILE',
  'OIDC_ROLE_CLAIM',
  'OIDC_ROLES',
  'OIDC_LABEL',
  'LOCAL_SIGN_IN',
  'DEMO',
]

/** This program's environment without the product's variables, and without telemetry from Next. */
export function cleanEnvironment(given: Variables = process.env): Record<string, string | undefined> {
  const kept = Object.entries(given).filter(
    ([name]) => !ownVariables.includes(name) && name !== 'NODE_OPTIONS',
  )
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: '1' }
}
