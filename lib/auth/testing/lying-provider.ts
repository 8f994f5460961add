import 'server-only'
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a lie is made of. Whatever is left out is as a right answer has it. */
export interface Lie {
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
  readonly signedBy?: 'nobody' | 'a stranger' | 'the secret'
  /** What its own description calls it. */
  readonly issuer?: string
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A sign-on provider that answers any code with an ID token, as right or wrong as a test wants it. On this machine alone. */
export async function startLyingProvider(clientId: string) {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
  let lie: Lie = {}
  let nonce = ''

  function token(issuer: string): string {
    const now = Math.floor(Date.now() / 1000)
    const right = {
      iss: issuer,
      aud: clientId,
      sub: 'u-1',
      nonce,
      iat: now,
      exp: now + 300,
      groups: ['desk'],
    }
    const text = [
      encoded({ alg: 'RS256', kid: 'one', ...lie.header }),
      encoded({ ...right, email: 'una@example.org', ...lie.claims }),
    ].join('.')
    return `${text}.${signature(text, lie.signedBy === 'a stranger' ? stranger.privateKey : own.privateKey)}`
  }
  const signature = (text: string, key: KeyObject) =>
    lie.signedBy === 'nobody' ? '' : createSign('RSA-SHA256').update(text).sign(key).toString('base64url')

  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo
    const issuer = `http://127.0.0.1:${port}`
    const answers: Readonly<Record<string, () => object>> = {
      '/.well-known/openid-configuration': () => ({
        issuer: lie.issuer ?? issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/jwks': () => ({
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      }),
      '/token': () => ({ access_token: 'x', token_type: 'bearer', expires_in: 60, id_token: token(issuer) }),
    }
    const body = answers[request.url ?? '']?.()
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body ?? {}))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tell: (next: Lie) => {
      lie = next
    },
    /** As a browser that comes back from it: the query of the address. */
    answer: (asked: URL): string => {
      nonce = asked.searchParams.get('nonce') ?? ''
      return `?${new URLSearchParams({ code: 'any', state: asked.searchParams.get('state') ?? '' })}`
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
