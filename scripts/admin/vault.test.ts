import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import { accountCredentials, addAccount, setAccountPassword } from '#lib/auth/accounts.ts'
import { checkVault, rotateVault, sealedColumns, vaultStatus } from '#lib/auth/sealed-values.ts'
import { keyId, seal } from '#lib/auth/vault.ts'
import { env, setEnv } from '#lib/env.ts'
import { listAccounts } from '#lib/store/accounts.ts'
import { verifyHistory } from '#lib/store/events.ts'
import type { Store } from '#lib/store/open.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { adminProgram } from './testing.ts'

const by = { kind: 'program', id: 'admin', name: 'A test' } as const

describeOnBothStores('the vault’s keys', (open, settings) => {
  const [old, current, stranger] = [randomBytes(32), randomBytes(32), randomBytes(32)]
  let store: Store

  /** This process becomes a server with these keys, the first of which seals. */
  const withKeys = (first: Buffer, ...retired: Buffer[]) =>
    setEnv({ ...env(), VAULT_KEY: first, VAULT_KEYS_RETIRED: retired })
  const addAccounts = async (count: number) => {
    for (let index = 0; index < count; index++)
      await addAccount({ label: `A${index}`, loginName: 'x', password: `password ${index}` }, by)
  }
  const passwords = async () =>
    (await listAccounts(store.db)).map((row) => accountCredentials(row).loginPassword)
  const admin = (line: string, VAULT_KEY: Buffer, ...retired: Buffer[]) =>
    adminProgram(settings(), line, {
      VAULT_KEY: VAULT_KEY.toString('hex'),
      VAULT_KEYS_RETIRED: retired.map((key) => key.toString('base64')).join(', '),
    })

  beforeEach(async () => {
    store = await open()
    withKeys(old)
  })

  it('are changed by command: status, rotate, drop', async () => {
    await addAccounts(2)
    expect((await admin('vault status', current, old)).out).toMatch(
      new RegExp(`${keyId(current)} +current +0\n${keyId(old)} +retired +2 +still needed`),
    )
    expect(await admin('vault rotate', current, old)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining(`Sealed anew with the key ${keyId(current)}: 2`),
    })
    expect((await admin('vault rotate', current, old)).out).toContain('seals everything already')
    expect((await admin('vault status', current, old)).out).toMatch(
      new RegExp(`${keyId(current)} +current +2\n${keyId(old)} +retired +0 +may be dropped`),
    )
    withKeys(current)
    expect(await passwords()).toEqual(['password 0', 'password 1'])
    const events = await store.db
      .selectFrom('event')
      .selectAll()
      .where('kind', '=', 'vault.rotated')
      .execute()
    expect(events.map((event) => JSON.parse(event.body))).toEqual([
      { to: keyId(current), from: { [keyId(old)]: 2 }, values: 2 },
    ])
  }, 120_000)

  it('are all needed for a rotation: without one nothing is changed', async () => {
    await addAccounts(2)
    withKeys(stranger)
    await setAccountPassword({ account: 'A1', password: 'strange' }, by)
    const before = await listAccounts(store.db)
    const refused = await admin('vault rotate', current, old)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(keyId(stranger)) })
    withKeys(current, old)
    await expect(rotateVault(store, by)).rejects.toThrow(keyId(stranger))
    expect(await listAccounts(store.db)).toEqual(before)
    expect(await verifyHistory(store.db)).toMatchObject({ ok: true })
  }, 60_000)

  it('change while servers work with either key, and every password stays readable to all of them', async () => {
    await addAccounts(8)
    const second = await open()
    const rotating = new AbortController()
    const servers = [
      [old, current],
      [current, old],
    ] as const
    const setting = (async () => {
      for (let round = 0; !rotating.signal.aborted && round < 300; round++) {
        // Two servers take turns in this process: one seals with the old key still, one with the new.
        withKeys(...(servers[round % 2] ?? servers[0]))
        await setAccountPassword({ account: `A${round % 8}`, password: `password ${round % 8}` }, by)
      }
    })()
    for (let round = 0; round < 5; round++) {
      withKeys(current, old)
      await rotateVault(second, by)
      for (const keys of servers) {
        withKeys(...keys)
        expect(await passwords()).toEqual(Array.from({ length: 8 }, (_, index) => `password ${index}`))
      }
    }
    rotating.abort()
    await setting
    withKeys(current, old)
    await rotateVault(second, by)
    withKeys(current)
    expect(await passwords()).toHaveLength(8)
    expect(await verifyHistory(store.db)).toMatchObject({ ok: true })
  }, 60_000)

  it('stop the start with what to do when they open nothing, and are told when they open a part', async () => {
    expect(await checkVault(store.db)).toEqual([])
    await addAccounts(2)
    withKeys(stranger)
    const problem = await checkVault(store.db).catch((error: Error) => error.message)
    expect(problem).toContain(`They need the key ${keyId(old)}; this server has ${keyId(stranger)}`)
    expect(problem).toContain('VAULT_KEYS_RETIRED')
    await setAccountPassword({ account: 'A0', password: 'strange' }, by)
    expect(await checkVault(store.db)).toEqual([{ id: keyId(old), is: 'missing', values: 1 }])
    withKeys(stranger, old)
    expect(await checkVault(store.db)).toEqual([])
  })

  it('reach every sealed column of the database', async () => {
    const found = await store.db.introspection.getTables()
    const sealed = found.flatMap(({ name, columns }) =>
      columns.filter((column) => /sealed/.test(column.name)).map((column) => `${name}.${column.name}`),
    )
    expect(sealedColumns.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
      sealed.toSorted(),
    )
  })

  it('rotate second factors too', async () => {
    await sql`insert into person (id, email, name, role, password_hash, created_at) values ('p', 'p', 'P', 'agent', 'x', 0)`.execute(
      store.db,
    )
    await sql`insert into totp (person_id, secret_sealed, created_at) values ('p', ${seal('JBSW', 'totp p')}, 0)`.execute(
      store.db,
    )
    withKeys(current, old)
    await rotateVault(store, by)
    expect(await vaultStatus(store.db)).toEqual([
      { id: keyId(current), is: 'current', values: 1 },
      { id: keyId(old), is: 'retired', values: 0 },
    ])
  })
})
