import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
// The package has no types of its own.
// @ts-expect-error -- see above
import { Provider as UntypedProvider } from 'oidc-provider'

interface Provider {
  callback(): (request: unknown, response: unknown) => void
  interactionDetails(
    request: unknown,
    response: unknown,
  ): Promise<{
    prompt: { name: string }
    params: Record<string, string>
    session?: { accountId: string }
    grantId?: string
  }>
  interactionFinished(request: unknown, response: unknown, result: object, options: object): Promise<void>
  Grant: new (about: object) => { addOIDCScope(scope: string): void; save(): Promise<string> }
}

const Made = UntypedProvider as new (issuer: string, configuration: object) => Provider

/** A real OpenID provider on this machine, whose users sign in without a page: `login` says who, and with which claims. */
export async function startProvider(redirectUri: string) {
  const users = new Map<string, Record<string, unknown>>()
  let login = ''
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Made(issuer, {
    clients: [
      {
        client_id: 'unstuck',
        client_secret: 'a secret between the two of them',
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    cookies: { keys: ['for a test only'] },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...users.get(sub) }),
    }),
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    void provider.interactionDetails(request, response).then(async ({ prompt, params, session, grantId }) => {
      if (prompt.name === 'login')
        return provider.interactionFinished(request, response, { login: { accountId: login } }, {})
      const grant = new provider.Grant({ accountId: session?.accountId, clientId: params['client_id'] })
      grant.addOIDCScope(params['scope'] ?? '')
      const consent = { grantId: grantId ?? (await grant.save()) }
      return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true })
    })
  })
  return {
    issuer,
    /** From now on this user signs in. */
    setUser: (subject: string, claims: Record<string, unknown>) => {
      users.set(subject, claims)
      login = subject
    },
    /** Goes where a browser would go, with cookies, until it is sent back; answers with that address. */
    follow: (from: URL) => follow(from, redirectUri),
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}

async function follow(from: URL, until: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let url = from
  for (let hop = 0; hop < 12; hop++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const to = response.headers.get('location')
    if (to === null)
      throw new Error(`the provider answered ${response.status}: ${(await response.text()).slice(0, 300)}`)
    url = new URL(to, url)
    if (url.href.startsWith(until)) return url
  }
  throw new Error('the provider leads nowhere')
}
