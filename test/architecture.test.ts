import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { missingFromLockfile } from './lockfile.ts'
import { importsOf, reachable, root, sources, startsWith, type SourceFile } from './source-files.ts'

const paths = (files: readonly SourceFile[]) => files.map((file) => file.path)
const isServerOnly = (file: SourceFile) => /^import 'server-only'$/m.test(file.text)
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const product = sources('app', 'components', 'lib', 'proxy.ts', 'instrumentation.ts').filter(
  (file) => !file.isTest,
)
const byPath = new Map(product.map((file) => [file.path, file]))
const lib = product.filter((file) => file.path.startsWith('lib/'))
const ca = lib.filter((file) => file.path.startsWith('lib/ca/'))

describe('secrets stay on the server', () => {
  const guarded = /^(undici|pg|kysely|pino|iron-session|next\/headers|node:(sqlite|fs|fs\/promises|crypto))$/

  it('every module that touches database, network, files or session begins with server-only', () => {
    const touching = lib.filter((file) =>
      importsOf(file).some(
        ({ from, path, isType }) => !isType && (guarded.test(from) || path === 'lib/env.ts'),
      ),
    )
    expect(touching.length).toBeGreaterThan(10)
    expect(
      paths(touching.filter((file) => !/^(\/\*[\s\S]*?\*\/\s*)?import 'server-only'\n/.test(file.text))),
    ).toEqual([])
  })

  it('nothing a browser loads leads to a module that is for the server alone', () => {
    const client = product.filter((file) => startsWith(file, 'use client'))
    const leaks = client.flatMap((file) =>
      reachable(file, byPath)
        .filter(isServerOnly)
        .map((server) => `${file.path} → ${server.path}`),
    )
    expect(client.length).toBeGreaterThan(0)
    expect(leaks).toEqual([])
  })

  it('the environment is read in lib/env.ts and nowhere else in the product', () => {
    // These two run before or outside the configuration, and read what Next itself sets.
    const framework = /process\.env\.(NODE_ENV|NEXT_RUNTIME)\b/g
    const readers = product.filter((file) => file.text.replace(framework, '').includes('process.env'))
    expect(paths(readers)).toEqual(['lib/env.ts'])
  })
})

describe('the parts stay apart', () => {
  it('lib/ca imports nothing from outside itself but the few packages it names', () => {
    const packages = /^(node:|(server-only|undici|zod\/mini|libphonenumber-js(\/\w+)?)$)/
    const strays = ca.flatMap((file) =>
      importsOf(file)
        .filter(({ from, path }) => (path === null ? !packages.test(from) : !path.startsWith('lib/ca/')))
        .map(({ from }) => `${file.path} → ${from}`),
    )
    expect(strays).toEqual([])
  })

  it('an endpoint never imports another endpoint', () => {
    const folder = (path: string) => /^lib\/ca\/endpoints\/([^/]+)\//.exec(path)?.[1]
    const strays = ca.flatMap((file) =>
      importsOf(file)
        .filter(({ path }) => folder(file.path) !== undefined && path !== null && folder(path) !== undefined)
        .filter(({ path }) => folder(path ?? '') !== folder(file.path))
        .map(({ from }) => `${file.path} → ${from}`),
    )
    expect(strays).toEqual([])
  })

  it('the simulator is a program of its own: it imports only itself and Node', () => {
    const strays = sources('simulator').flatMap((file) =>
      importsOf(file)
        .filter(({ from, path }) =>
          path === null ? !/^(node:|vitest$|fast-check$)/.test(from) : !path.startsWith('simulator/'),
        )
        .map(({ from }) => `${file.path} → ${from}`),
    )
    expect(strays).toEqual([])
  })

  it('components and lib never import routes but for the actions a form calls, and lib never imports components', () => {
    const strays = product.flatMap((file) =>
      importsOf(file)
        .filter(({ path, isType }) => !isType && path !== null)
        .filter(({ path }) => isUpward(file.path, path ?? '') && !isAction(path ?? ''))
        .map(({ from }) => `${file.path} → ${from}`),
    )
    expect(strays).toEqual([])
  })

  it('there is one door to the CA', () => {
    const asking = lib.filter((file) => !file.path.startsWith('lib/ca/') && /\.ask\(/.test(file.text))
    expect(paths(asking)).toEqual(['lib/desk/perform-operation.ts'])
    const reading = lib.filter(
      (file) => !file.path.startsWith('lib/ca/') && /\.read(<\w+>)?\(/.test(file.text),
    )
    expect(paths(reading)).toEqual(['lib/desk/ask-to-read.ts'])
  })
})

const isAction = (path: string) => startsWith(byPath.get(path), 'use server')

function isUpward(from: string, to: string): boolean {
  if (from.startsWith('lib/')) return to.startsWith('components/') || to.startsWith('app/')
  return from.startsWith('components/') && to.startsWith('app/')
}

describe('every door is guarded', () => {
  const guard = /\b(currentPerson|requirePerson|actorOfToken|\w+ForToken|asPerson|asProvenPerson|asMyself)\(/
  /** What anybody may reach, and why that is right. */
  const open: Readonly<Record<string, string>> = {
    'app/(auth)/sign-in/actions.ts': 'signing in and out',
    'app/(auth)/sign-in/single-sign-on/route.ts':
      'begins a sign-in, and does so from pages of this desk alone',
    'app/(auth)/sign-in/single-sign-on/callback/route.ts':
      'ends a sign-in: what the provider signed, and the sealed step of this browser, are the key',
    'app/(auth)/sign-in/second-factor/actions.ts':
      'between password and second factor: the sealed cookie of that step is the key',
    'app/(auth)/sign-in/second-factor/passkey/route.ts':
      'as above; answers with what a passkey is to sign, which says nothing without the passkey',
    'app/(auth)/sign-in/passkey/actions.ts': 'signing in by a passkey',
    'app/(auth)/sign-in/passkey/route.ts': 'what a passkey is to sign, for whoever wants to sign in by it',
    'app/(auth)/sign-in/set-up/actions.ts': 'as above, for whoever has to set up a second factor first',
    'app/(auth)/sign-in/set-up/passkey/route.ts': 'as above',
    'app/(auth)/welcome/actions.ts': 'whoever holds a one-time link has no password yet: the link is the key',
    'app/(auth)/first-run/actions.ts':
      'there is nobody yet who could sign in: the code that the server printed is the key',
    'app/api/health/live/route.ts': 'says only that the process answers',
    'app/api/health/ready/route.ts': 'says only that the store answers',
    'app/api/v1/openapi.json/route.ts': 'describes the interface and holds no data',
    'app/push/[token]/route.ts':
      'the CA cannot sign in: the address itself is the secret, and all it opens is a line of a timeline',
    'app/go/[[...operation]]/route.ts': 'turns a link into an address; the page behind it asks for a sign-in',
  }

  it('every route handler authorises by itself', () => {
    const handlers = product.filter((file) => /^app\/.*route\.ts$/.test(file.path))
    expect(handlers.length).toBeGreaterThan(0)
    expect(paths(handlers.filter((file) => !(file.path in open) && !guard.test(file.text)))).toEqual([])
  })

  it('every server action authorises by itself', () => {
    const actions = product
      .filter((file) => startsWith(file, 'use server') && !(file.path in open))
      .flatMap((file) =>
        file.text
          .split(/^export async function /m)
          .slice(1)
          .map((text) => ({ file, text })),
      )
    const unguarded = actions.filter(({ text }) => !guard.test(text))
    expect(actions.length).toBeGreaterThan(0)
    expect(unguarded.map(({ file, text }) => `${file.path} ${text.split('(')[0]}`)).toEqual([])
  })

  it('no action but signing in and out sets a cookie, revalidates or leads elsewhere', () => {
    const actions = product.filter((file) => startsWith(file, 'use server') && !(file.path in open))
    const meddling = actions.filter((file) =>
      /\b(cookies|revalidate\w+|refresh|redirect|startSession)\(/.test(file.text),
    )
    expect(paths(meddling)).toEqual([])
  })

  it('every page of the desk asks who is there, because a layout is not asked again on navigation', () => {
    const pages = product.filter((file) => /^app\/\(desk\)\/.*page\.tsx$/.test(file.path))
    expect(paths(pages.filter((file) => !file.text.includes('requirePerson(')))).toEqual([])
  })

  it('the list of open doors names only doors that exist', () => {
    expect(Object.keys(open).filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'AGENTS.md',
  'docs/words.md',
  'docs/operating.md',
  'docs/security.md',
  'docs/adding-an-endpoint.md',
  ...readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
]

describe('the house keeps its shape', () => {
  it('no element has an inline style, which the page policy would block', () => {
    const styled = product.filter((file) => /\sstyle=[{"]|dangerouslySetInnerHTML/.test(file.text))
    expect(paths(styled)).toEqual([])
  })

  it('files stay short enough to read: about 200 lines, tests 300', () => {
    const all = [...product, ...sources('lib', 'simulator', 'scripts', 'e2e', 'bench', 'test')]
    const long = all.filter((file) => file.text.split('\n').length > (file.isTest ? 320 : 220))
    expect([...new Set(paths(long))]).toEqual([])
  })

  it('the Tailwind configuration is the one the styles are made with', () => {
    expect(existsSync(join(root, 'tailwind.config.ts'))).toBe(true)
    expect(read('app/globals.css')).toMatch(/@config ['"]\.\.\/tailwind\.config\.ts['"]/)
  })

  it('the lockfile names no registry host, so that every machine may use its own', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"')
  })

  it('the lockfile is complete for every system, because npm ci refuses it otherwise', () => {
    expect(missingFromLockfile(read('package-lock.json'))).toEqual([])
  })

  it('every command that a document names exists', () => {
    const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts
    const named = documents.flatMap((path) =>
      [...read(path).matchAll(/npm (?:run ([\w:-]+)|(test|start)\b)/g)].map(
        ([, run, short]) => run ?? short ?? '',
      ),
    )
    expect(named.length).toBeGreaterThan(5)
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([])
  })

  it('every command of the operator that a document or a sentence on a screen names exists', () => {
    const known = sources('scripts/admin').flatMap((file) =>
      [...file.text.matchAll(/^ {2}'?([a-z-]+(?: [a-z-]+)?)'?: \{$/gm)].map(([, name = '']) => name),
    )
    expect(known).toEqual(expect.arrayContaining(['backup', 'account change', 'person role']))
    const inDocuments = documents.flatMap((path) =>
      [
        ...read(path).matchAll(
          /npm run admin -- ([a-z][a-z-]*(?: [a-z][a-z-]*)?)|`((?:person|account|template|token|history) [a-z][a-z-]*)/g,
        ),
      ].map(([, run, short]) => run ?? short ?? ''),
    )
    const inSentences = ca.flatMap((file) =>
      [...file.text.matchAll(/command (account [a-z-]+)|with (account (?:password|lift-hold))/g)].map(
        ([, first, second]) => first ?? second ?? '',
      ),
    )
    expect(inDocuments.length).toBeGreaterThan(10)
    expect(inSentences.length).toBeGreaterThan(3)
    expect([...new Set([...inDocuments, ...inSentences])].filter((name) => !known.includes(name))).toEqual([])
  })

  it('every test and source file that a document names is there', () => {
    const named = documents.flatMap((path) =>
      [
        ...read(path).matchAll(
          /`((?:app|components|lib|simulator|scripts|e2e|bench|test)\/[^`\s<*]*\.\w+)`/g,
        ),
      ].map(([, file = '']) => `${path} → ${file}`),
    )
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter((name) => !existsSync(join(root, name.split(' → ')[1] ?? '')))).toEqual([])
  })

  it('.env.example names every variable the program reads, and no other', () => {
    const given = [...read('.env.example').matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name)
    const block = /export interface Env \{([\s\S]*?)\n\}/.exec(read('lib/env.ts'))?.[1] ?? ''
    const known = [...block.matchAll(/readonly ([A-Z_]+):/g)].map(([, name = '']) => name)
    const secrets = [
      'SESSION_SECRET',
      'VAULT_KEY',
      'VAULT_KEYS_RETIRED',
      'METRICS_TOKEN',
      'OIDC_CLIENT_SECRET',
    ]
    const files = secrets.map((name) => `${name}_FILE`)
    expect(given.toSorted()).toEqual([...known.filter((name) => name !== 'DEMO'), ...files].toSorted())
  })
})
