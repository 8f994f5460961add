import 'server-only'
import { roles, type Role } from '#lib/desk/receipt.ts'
import type { Env } from '#lib/env.ts'
import { givenSecret, secretRules, type Fail, type Source } from '#lib/env-rules.ts'
import type { SignOnSettings } from './sign-on-claims.ts'

type Variables = Pick<
  Env,
  | 'OIDC_ISSUER'
  | 'OIDC_CLIENT_ID'
  | 'OIDC_CLIENT_SECRET'
  | 'OIDC_ROLE_CLAIM'
  | 'OIDC_ROLES'
  | 'OIDC_LABEL'
  | 'LOCAL_SIGN_IN'
>

/** Reads the variables of single sign-on: all that it needs, or none of them. */
export function readSignOn(source: Source, fail: Fail): Variables {
  const given = (name: string) => source[name] || null
  const OIDC_ISSUER = issuer(given('OIDC_ISSUER'), fail)
  const OIDC_CLIENT_ID = given('OIDC_CLIENT_ID')
  const OIDC_CLIENT_SECRET = givenSecret(source, 'OIDC_CLIENT_SECRET', secretRules.some, fail)
  const OIDC_ROLES = roleValues(given('OIDC_ROLES'), fail)
  const needed = { OIDC_ISSUER: given('OIDC_ISSUER'), OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES }
  const missing = Object.entries(needed).filter(([, value]) => value === null)
  if (missing.length < Object.keys(needed).length)
    for (const [name] of missing) fail(name, 'must be set too: single sign-on was begun and needs it', null)
  const isLocal = given('LOCAL_SIGN_IN') ?? 'on'
  if (!['on', 'off'].includes(isLocal)) fail('LOCAL_SIGN_IN', 'must be on or off', null)
  if (isLocal === 'off' && OIDC_ISSUER === null)
    fail('LOCAL_SIGN_IN', 'must be on while there is no single sign-on: nobody could sign in', null)
  return {
    OIDC_ISSUER,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
    OIDC_ROLE_CLAIM: short('OIDC_ROLE_CLAIM', given('OIDC_ROLE_CLAIM') ?? 'groups', 200, fail),
    OIDC_ROLES: OIDC_ROLES ?? {},
    OIDC_LABEL: short('OIDC_LABEL', given('OIDC_LABEL') ?? 'single sign-on', 40, fail),
    LOCAL_SIGN_IN: isLocal !== 'off',
  }
}

/** How single sign-on is set up here, or null when it is not. */
export function signOnSettings(env: Env): SignOnSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (issuer === null || clientId === null || clientSecret === null) return null
  const { OIDC_ROLE_CLAIM: roleClaim, OIDC_ROLES: values, OIDC_LABEL: label } = env
  return { issuer, clientId, clientSecret, roleClaim, roles: values, label }
}

/** https, or plain http on this machine alone: tokens travel there. */
function issuer(text: string | null, fail: Fail): string | null {
  if (text === null) return null
  const url = URL.canParse(text) ? new URL(text) : null
  const isHere = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)
  const isPlain = url !== null && url.username === '' && url.search === '' && url.hash === ''
  if (isSafe && isPlain) return text
  return fail('OIDC_ISSUER', 'must be an address such as https://login.example.com/realms/staff', null)
}

function roleValues(text: string | null, fail: Fail): Partial<Record<Role, string>> | null {
  if (text === null) return null
  const pairs = text.split(',').map((pair) => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const
  })
  const isRole = (name: string) => roles.some((role) => role === name)
  const fits =
    pairs.every(([role, value]) => isRole(role) && value !== '') &&
    new Set(pairs.map(([role]) => role)).size === pairs.length
  if (fits) return Object.fromEntries(pairs)
  const rule = `must give values to roles, such as agent=support-desk,manager=leads; the roles are ${roles.join(', ')}`
  return fail('OIDC_ROLES', rule, {})
}

const short = (name: string, text: string, most: number, fail: Fail): string =>
  text.length <= most && !/\p{Cc}/u.test(text)
    ? text
    : fail(name, `must have ${most} characters or fewer`, '')
