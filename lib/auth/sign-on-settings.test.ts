import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseEnv } from '#lib/env.ts'
import { signOnSettings } from './sign-on-settings.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'unstuck-env-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const all = {
  OIDC_ISSUER: 'https://login.example.com/realms/staff',
  OIDC_CLIENT_ID: 'unstuck',
  OIDC_CLIENT_SECRET: 'secretword',
  OIDC_ROLES: 'agent=Support desk, administrator = cn=keys',
}
const parse = (source: Record<string, string>) => parseEnv({ DATA_DIR: dir, ...source })
function good(source: Record<string, string>) {
  const result = parse(source)
  if (!result.ok) throw new Error(result.message)
  return result.env
}

it('without its variables there is no single sign-on, and people sign in with passwords', () => {
  expect(signOnSettings(good({}))).toBeNull()
  expect(good({}).LOCAL_SIGN_IN).toBe(true)
})

it('with them it is set up; values of the claim may have spaces and equals signs', () => {
  expect(signOnSettings(good(all))).toEqual({
    issuer: all.OIDC_ISSUER,
    clientId: 'unstuck',
    clientSecret: 'secretword',
    roleClaim: 'groups',
    roles: { agent: 'Support desk', administrator: 'cn=keys' },
    label: 'single sign-on',
  })
  expect(good({ ...all, LOCAL_SIGN_IN: 'off' }).LOCAL_SIGN_IN).toBe(false)
  expect(good({ ...all, OIDC_ISSUER: 'http://127.0.0.1:8080' }).OIDC_ISSUER).toBe('http://127.0.0.1:8080')
})

it('the client’s secret may stand in a file', () => {
  const file = join(dir, 'secret')
  writeFileSync(file, 'from a file\n')
  const env = good({ ...all, OIDC_CLIENT_SECRET: '', OIDC_CLIENT_SECRET_FILE: file })
  expect(env.OIDC_CLIENT_SECRET).toBe('from a file')
})

it.each([
  ['OIDC_CLIENT_ID', ''],
  ['OIDC_CLIENT_SECRET', ''],
  ['OIDC_ROLES', ''],
  ['OIDC_ISSUER', ''],
  ['OIDC_ISSUER', 'http://secretword.example.com'],
  ['OIDC_ISSUER', 'https://me:secretword@example.com'],
  ['OIDC_ROLES', 'boss=secretword'],
  ['OIDC_ROLES', 'agent='],
  ['OIDC_ROLES', 'agent'],
  ['OIDC_ROLES', 'agent=secretword,agent=b'],
  ['OIDC_ROLE_CLAIM', `secretword${'x'.repeat(200)}`],
])('half of it, or something wrong, is told by its name and not its value: %s=%s', (name, value) => {
  const result = parse({ ...all, [name]: value })
  expect(result).toEqual({
    ok: false,
    message: expect.stringMatching(new RegExp(`^ {2}${name} must.*\\.$`, 'm')),
  })
  expect(result.ok ? '' : result.message).not.toContain('secretword')
})
