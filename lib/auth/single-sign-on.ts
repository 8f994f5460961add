import 'server-only'
import type { Transaction } from 'kysely'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { clock } from '#lib/clock.ts'
import type { Role } from '#lib/desk/receipt.ts'
import { env } from '#lib/env.ts'
import { deleteChallenge } from '#lib/store/challenges.ts'
import { appendEvent } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import { findPerson, type PersonRow } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { findPersonBySignOn, insertSignOnIdentity, markSignOnUsed } from '#lib/store/sign-on-identities.ts'
import { openChallenge, readChallenge } from './challenge.ts'
import { giveRole } from './give-role.ts'
import { insertNewPerson } from './new-person.ts'
import { noPassword } from './password.ts'
import { openSession, type Opened, type SignInPlace } from './open-session.ts'
import { logSecurity } from './security-log.ts'
import { roleOfClaims, type SignOnSettings } from './sign-on-claims.ts'
import type { SignOnProblem } from './sign-on-problems.ts'

export type SignedOn =
  (Opened & { readonly next: string }) | { readonly ok: false; readonly problem: SignOnProblem }

const program = { kind: 'program', id: 'single-sign-on', name: 'Single sign-on' } as const
const begun = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  next: z.string(),
  again: z.boolean().default(false),
})

export const callbackPath = '/sign-in/single-sign-on/callback'

/**
 * Begins single sign-on: OpenID Connect, code flow with PKCE, state and nonce. Answers with where the browser goes, and a challenge for a
 * sealed cookie. `again`: the provider is to ask the person even if it knows them still. Rejects when the provider cannot be reached.
 */
export async function beginSignOn(
  settings: SignOnSettings,
  next: string,
  again = false,
): Promise<{ readonly url: URL; readonly challenge: string }> {
  const config = await configOf(settings)
  const verifier = oidc.randomPKCECodeVerifier()
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: `${env().PUBLIC_URL}${callbackPath}`,
    scope: 'openid email profile',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(again ? { prompt: 'login', max_age: '0' } : {}),
  })
  const { write } = await store()
  const data = { verifier, state, nonce, next, again }
  const challenge = await write((tx) =>
    openChallenge(tx, { purpose: 'sign-on', personId: null, data, now: clock.now() }),
  )
  return { url, challenge }
}

/**
 * Ends single sign-on with what the provider sent the browser back with. People are known by issuer and subject, never by e-mail address;
 * their role is what the claim says at each sign-in. A challenge counts once.
 */
export async function finishSignOn(
  settings: SignOnSettings,
  given: { challenge: string | null; search: string } & SignInPlace,
): Promise<SignedOn> {
  const flow = await takeFlow(given.challenge)
  if (flow === null) return refused('sign-on-begin-again')
  const claims = await claimsOf(settings, flow, given.search)
  if (claims === null) return refused('sign-on-not-confirmed')
  const role = roleOfClaims(claims, settings)
  if (role === null) return refused('sign-on-no-role')
  const { write } = await store()
  return write(async (tx): Promise<SignedOn> => {
    const at = clock.now()
    const known = await findPersonBySignOn(tx, identityOf(claims))
    const person = known ?? (await addPerson(tx, claims, role, at))
    if (person === null) return refused('sign-on-address-taken')
    if (person.disabled_at !== null) return refused('sign-on-access-ended', person.id)
    if (person.role !== role) await giveRole(tx, person, { role, by: program, at })
    await markSignOnUsed(tx, { ...identityOf(claims), at })
    const provedAt = provedAtOf(claims, flow.again, at)
    const opened = await openSession(
      tx,
      { ...person, role },
      { ...given, factor: 'single sign-on', at, provedAt },
    )
    return opened === null ? refused('sign-on-no-role') : { ...opened, next: flow.next }
  })
}

function refused(problem: SignOnProblem, person: string | null = null): SignedOn {
  logSecurity('a sign-in failed', { factor: 'single sign-on', why: problem, person })
  return { ok: false, problem }
}

type Claims = oidc.IDToken & Readonly<Record<string, unknown>>
const identityOf = ({ iss, sub }: Claims) => ({ issuer: iss, subject: sub })

/**
 * When the provider asked the person who they are. Most say so only if they are asked to ask anew; where one says nothing then either, its
 * answer is taken at its word.
 */
function provedAtOf({ auth_time }: Claims, again: boolean, at: number): number | null {
  if (typeof auth_time === 'number') return Math.min(auth_time * 1000, at)
  return again ? at : null
}

async function takeFlow(challenge: string | null): Promise<z.infer<typeof begun> | null> {
  if (challenge === null) return null
  const { write } = await store()
  return write(async (tx) => {
    const found = await readChallenge(tx, { id: challenge, purpose: 'sign-on', now: clock.now() })
    if (found === null || !(await deleteChallenge(tx, found.id_hash))) return null
    return begun.parse(JSON.parse(found.data))
  })
}

/** What the signed token says, and the provider's own page about the person where it has one. Null when any of it does not fit. */
async function claimsOf(
  settings: SignOnSettings,
  { verifier, state, nonce }: z.infer<typeof begun>,
  search: string,
): Promise<Claims | null> {
  try {
    const config = await configOf(settings)
    const url = new URL(`${env().PUBLIC_URL}${callbackPath}${search}`)
    const tokens = await oidc.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined || claims.sub.trim() === '') return null
    if (config.serverMetadata().userinfo_endpoint === undefined) return claims
    return { ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims }
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    logSecurity('single sign-on was refused', { why })
    return null
  }
}

async function addPerson(
  tx: Transaction<Database>,
  claims: Claims,
  role: Role,
  at: number,
): Promise<PersonRow | null> {
  const email =
    text(claims['email']).toLowerCase() || `${claims.sub.slice(0, 100)}@${new URL(claims.iss).hostname}`
  const name = text(claims['name']) || text(claims['preferred_username']) || email
  const id = await insertNewPerson(tx, { email, name, role, passwordHash: noPassword, at })
  if (id === null) return null
  await insertSignOnIdentity(tx, { ...identityOf(claims), personId: id, at })
  const body = { person: id, role, issuer: claims.iss }
  await appendEvent(tx, { at, kind: 'person.added', actor: program, body, personal: { email, name } })
  return findPerson(tx, id)
}

const text = (claim: unknown): string =>
  typeof claim === 'string'
    ? claim
        .replaceAll(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, '')
        .trim()
        .slice(0, 80)
    : ''

/** The issuer as the provider spells it, which is what its claims carry. Rejects when it cannot be reached. */
export async function issuerOf(settings: SignOnSettings): Promise<string> {
  return (await configOf(settings)).serverMetadata().issuer
}

const timeoutSeconds = 10
const configs = new Map<string, { at: number; config: oidc.Configuration }>()
const keptFor = 3_600_000

/** The provider's own description, asked for once in an hour. Plain http only for a provider on this machine. */
async function configOf({ issuer, clientId, clientSecret }: SignOnSettings): Promise<oidc.Configuration> {
  const key = `${issuer} ${clientId}`
  const known = configs.get(key)
  if (known !== undefined && known.at > clock.now() - keptFor) return known.config
  const url = new URL(issuer)
  const isLocal = url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const config = await oidc.discovery(url, clientId, clientSecret, undefined, {
    timeout: timeoutSeconds,
    // What comes straight from the provider over TLS need not be signed for the protocol; here the signature counts all the same.
    execute: [oidc.enableNonRepudiationChecks, ...(isLocal ? [oidc.allowInsecureRequests] : [])],
  })
  configs.set(key, { at: clock.now(), config })
  return config
}
