import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addAccount } from '#lib/auth/accounts.ts'
import { lifeOf } from '#lib/auth/token-life.ts'
import { actorOfToken } from '#lib/auth/tokens.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { operator } from './operator.ts'
import { tokenCommands } from './tokens.ts'

describeOnBothStores('tokens from the command line', (open) => {
  beforeEach(async () => {
    await open()
  })
  afterEach(async () => {
    vi.restoreAllMocks()
  })

  async function add(values: Record<string, string>): Promise<string> {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await tokenCommands['token add']?.run({ name: 'A robot', role: 'agent', ...values })
    return String(printed.mock.calls.at(-1)?.[0])
  }

  it('are limited to the operations and accounts that are named, and end when they should', async () => {
    const added = await addAccount({ label: 'Main', loginName: 'main', password: 'x' }, operator())
    if (!added.ok) throw new Error('no account')
    const token = await add({
      operations: 'schedule-callback, resend-dcv-email',
      accounts: 'Main',
      expires: '90',
    })
    expect(await actorOfToken(`Bearer ${token}`)).toMatchObject({
      role: 'agent',
      scopes: { operations: ['schedule-callback', 'resend-dcv-email'], accounts: [added.id] },
    })
    const free = await add({ name: 'Another' })
    expect(await actorOfToken(`Bearer ${free}`)).not.toHaveProperty('scopes')
  })

  it('are refused with the option that is wrong', async () => {
    await expect(add({ operations: 'make-coffee' })).rejects.toThrow(
      'operations: There is no operation "make-coffee"',
    )
    await expect(add({ accounts: 'None' })).rejects.toThrow('accounts: There is no account "None"')
    await expect(add({ expires: '2020-01-01' })).rejects.toThrow('expires:')
    await expect(add({ accounts: ' , ' })).rejects.toThrow('accounts:')
  })
})

it('a token’s life is days or a last day in UTC, ahead and ten years at most', () => {
  const now = Date.UTC(2026, 10, 21, 12)
  expect(lifeOf('30', now)).toBe(now + 30 * 86_400_000)
  expect(lifeOf('2026-11-21', now)).toBe(Date.UTC(2026, 10, 22))
  for (const wrong of ['', '0', '-1', '1e3', '2026-11-20', '2027-02-31', '9999', '2099-01-01', 'soon'])
    expect(lifeOf(wrong, now)).toBeNull()
})
