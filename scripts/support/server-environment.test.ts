import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { serverEnvironment } from './server-environment.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unstuck-env-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('data lands in the folder the program was started from, never in the build', () => {
  expect(serverEnvironment({}, folder).DATA_DIR).toBe(join(folder, 'data'))
  expect(serverEnvironment({ DATA_DIR: '../kept' }, folder).DATA_DIR).toBe(join(folder, '../kept'))
})

it('the environment wins over .env', () => {
  writeFileSync(join(folder, '.env'), 'PORT=4000\nLOG_LEVEL=warn\n')
  expect(serverEnvironment({ PORT: '5000' }, folder)).toMatchObject({ PORT: '5000', LOG_LEVEL: 'warn' })
})

it('the files of secrets are found from where the program was started', () => {
  writeFileSync(join(folder, '.env'), 'VAULT_KEY_FILE=keys/vault\n')
  expect(serverEnvironment({}, folder).VAULT_KEY_FILE).toBe(join(folder, 'keys/vault'))
})

it('it listens on this machine alone unless somebody chose an address', () => {
  expect(serverEnvironment({}, folder).HOSTNAME).toBe('127.0.0.1')
  expect(serverEnvironment({ HOSTNAME: hostname() }, folder).HOSTNAME).toBe('127.0.0.1')
  expect(serverEnvironment({ HOSTNAME: '0.0.0.0' }, folder).HOSTNAME).toBe('0.0.0.0')
  writeFileSync(join(folder, '.env'), 'HOSTNAME=10.0.0.7\n')
  expect(serverEnvironment({ HOSTNAME: hostname() }, folder).HOSTNAME).toBe('10.0.0.7')
})
