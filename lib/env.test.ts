import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { logLevel, parseEnv } from './env.ts'

describe('the environment', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'unstuck-env-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  const secrets = { SESSION_SECRET: 's'.repeat(32), VAULT_KEY: 'ab'.repeat(32) }
  const parse = (source: Record<string, string> = {}) => parseEnv({ DATA_DIR: dir, ...source })
  const good = (source: Record<string, string> = {}) => {
    const result = parse(source)
    if (!result.ok) throw new Error(result.message)
    return result.env
  }

  it('needs nothing: everything has a default', () => {
    expect(good()).toMatchObject({
      PORT: 3000,
      PUBLIC_URL: 'http://localhost:3000',
      FRAME_ANCESTORS: [],
      DATABASE_URL: null,
      CA_CONNECT_TIMEOUT_MS: 10_000,
      CA_TIMEOUT_MS: 60_000,
      DUPLICATE_WINDOW_MINUTES: 15,
      LOG_LEVEL: expect.any(String),
      TRUSTED_PROXIES: 0,
      SESSION_IDLE_MINUTES: 30,
      SESSION_HOURS: 8,
      DEMO: false,
    })
    expect(good({ PORT: '8080' }).PUBLIC_URL).toBe('http://localhost:8080')
  })

  it('takes an empty variable for one that is not set', () => {
    expect(good({ PORT: '', DATABASE_URL: '', VAULT_KEY: '' })).toMatchObject({
      PORT: 3000,
      DATABASE_URL: null,
    })
  })

  it('makes secrets once, for their owner alone, and reads them again', () => {
    const first = good()
    expect(first.SESSION_SECRET.length).toBeGreaterThanOrEqual(32)
    expect(first.VAULT_KEY).toHaveLength(32)
    const second = good()
    expect(second.SESSION_SECRET).toBe(first.SESSION_SECRET)
    expect(second.VAULT_KEY.equals(first.VAULT_KEY)).toBe(true)
    expect(readdirSync(dir).sort()).toEqual(['session-secret', 'vault-key'])
    for (const file of readdirSync(dir)) expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600)
  })

  it('gives several programs that start together the same secrets', async () => {
    const { spawn } = await import('node:child_process')
    const { text } = await import('node:stream/consumers')
    const script = `import { parseEnv } from ${JSON.stringify(new URL('./env.ts', import.meta.url).href)}
      const { env } = parseEnv({ DATA_DIR: ${JSON.stringify(dir)} })
      console.log(env.SESSION_SECRET + env.VAULT_KEY.toString('hex'))`
    const all = Array.from({ length: 5 }, () =>
      text(
        spawn(process.execPath, ['--conditions=react-server', '--input-type=module', '-e', script], {
          stdio: ['ignore', 'pipe', 'inherit'],
        }).stdout,
      ),
    )
    expect(new Set(await Promise.all(all)).size).toBe(1)
    expect(readdirSync(dir)).toHaveLength(2)
  })

  it('takes secrets from files, and a key as hexadecimal or base64', () => {
    const file = join(dir, 'key')
    const key = Buffer.alloc(32, 7)
    for (const [name, text] of [
      ['hex', key.toString('hex')],
      ['base64', key.toString('base64')],
      ['base64url', key.toString('base64url')],
    ] as const) {
      writeFileSync(file, `${text}\n`)
      expect(good({ VAULT_KEY_FILE: file }).VAULT_KEY.equals(key), name).toBe(true)
      expect(good({ VAULT_KEY: text }).VAULT_KEY.equals(key), name).toBe(true)
    }
  })

  it('takes several retired keys, in either spelling, also from a file', () => {
    const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    const text = `${keys[0]?.toString('hex')},\n ${keys[1]?.toString('base64')}\n`
    const file = join(dir, 'retired')
    writeFileSync(file, text)
    expect(good({ ...secrets, VAULT_KEYS_RETIRED: text }).VAULT_KEYS_RETIRED).toEqual(keys)
    expect(good({ ...secrets, VAULT_KEYS_RETIRED_FILE: file }).VAULT_KEYS_RETIRED).toEqual(keys)
    expect(good(secrets)).toMatchObject({ VAULT_KEYS_RETIRED: [], METRICS_TOKEN: null })
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '3000x'],
    ['PUBLIC_URL', 'unstuck.example.com'],
    ['PUBLIC_URL', 'https://unstuck.example.com/desk'],
    ['PUBLIC_URL', 'https://me:secretword@unstuck.example.com'],
    ['FRAME_ANCESTORS', 'https://tickets.example.com secretword'],
    ['FRAME_ANCESTORS', '*'],
    ['DATABASE_URL', 'mysql://me:secretword@db/unstuck'],
    ['CA_TIMEOUT_MS', '-1'],
    ['DUPLICATE_WINDOW_MINUTES', '1441'],
    ['LOG_LEVEL', 'loud'],
    ['TRUSTED_PROXIES', '6'],
    ['SESSION_SECRET', 'secretword'],
    ['VAULT_KEY', 'secretword'],
    ['VAULT_KEYS_RETIRED', `${'ab'.repeat(32)},secretword`],
    ['METRICS_TOKEN', 'secretword'],
    ['SHUTDOWN_DRAIN_SECONDS', '301'],
    ['DEMO', 'yes'],
    ['LOCAL_SIGN_IN', 'secretword'],
    ['LOCAL_SIGN_IN', 'off'],
    ['OIDC_LABEL', `secretword${'x'.repeat(40)}`],
  ])('names %s when it is wrong, its rule, and not its value (%s)', (name, value) => {
    const result = parse({ ...secrets, [name]: value })
    expect(result).toEqual({
      ok: false,
      message: expect.stringMatching(new RegExp(`^ {2}${name} .*must.*\\.$`, 'm')),
    })
    expect(result.ok ? '' : result.message).not.toContain('secretword')
  })

  it('names everything that is wrong at once, and then leaves nothing behind', () => {
    const result = parse({ PORT: 'x', CA_TIMEOUT_MS: 'y' })
    expect(result.ok ? '' : result.message.split('\n')).toHaveLength(3)
    expect(readdirSync(dir)).toEqual([])
  })

  it('refuses a secret that is given twice, or whose file is missing or wrong', () => {
    const short = join(dir, 'short')
    writeFileSync(short, 'short')
    expect(parse({ ...secrets, VAULT_KEY_FILE: short })).toMatchObject({
      message: expect.stringContaining('both set'),
    })
    expect(parse({ VAULT_KEY_FILE: join(dir, 'none') })).toMatchObject({
      message: expect.stringContaining('VAULT_KEY_FILE must name a file'),
    })
    expect(parse({ SESSION_SECRET_FILE: short })).toMatchObject({
      message: expect.stringContaining('32 characters'),
    })
  })

  it('says which kept secret is damaged, instead of making another', () => {
    writeFileSync(join(dir, 'vault-key'), 'damaged')
    expect(parse()).toMatchObject({ ok: false, message: expect.stringContaining('VAULT_KEY was read from') })
    expect(readFileSync(join(dir, 'vault-key'), 'utf8')).toBe('damaged')
  })

  it('says so when the data directory cannot be used', () => {
    const file = join(dir, 'file')
    writeFileSync(file, '')
    chmodSync(file, 0o600)
    const result = parse({ DATA_DIR: join(file, 'data') })
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('make DATA_DIR writable') })
  })

  it('ends a program whose environment is wrong with status 1 and the message', () => {
    const script = `import { envOrExit } from ${JSON.stringify(new URL('./env.ts', import.meta.url).href)}; envOrExit()`
    const run = () =>
      execFileSync(process.execPath, ['--conditions=react-server', '--input-type=module', '-e', script], {
        env: { ...process.env, PORT: 'x', DATA_DIR: dir },
        stdio: 'pipe',
      })
    expect(run).toThrow(expect.objectContaining({ status: 1, stderr: expect.any(Buffer) }))
  })

  it('keeps the log silent under vitest unless asked', () => {
    expect(logLevel({ VITEST: 'true' })).toBe('silent')
    expect(logLevel({ VITEST: 'true', LOG_LEVEL: 'warn' })).toBe('warn')
    expect(logLevel({})).toBe('info')
  })
})
