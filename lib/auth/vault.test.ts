import { randomBytes } from 'node:crypto'
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from './vault.ts'

describe('the vault', () => {
  const key = randomBytes(32)

  it('gives back what it sealed, and seals differently every time', () => {
    assert(property(string({ unit: 'binary' }), (plain) => unseal(seal(plain, 'a', key), 'a', key) === plain))
    expect(seal('x', 'a', key)).not.toBe(seal('x', 'a', key))
  })

  it('names both keys when it has another one, and tells neither', () => {
    const other = randomBytes(32)
    expect(() => unseal(seal('x', 'a', key), 'a', other)).toThrow(
      /vault key [0-9a-f]{8}, but this server has the key [0-9a-f]{8}/,
    )
  })

  it('opens nothing that was changed, cut or moved to another account', () => {
    const sealed = seal('the password', 'account-1', key)
    expect(() => unseal(sealed, 'account-2', key)).toThrow('another account')
    const parts = sealed.split('.')
    for (const part of [2, 3, 4]) {
      const bytes = Buffer.from(parts[part] ?? '', 'base64url')
      for (let index = 0; index < bytes.length; index++) {
        const flipped = Buffer.from(bytes)
        flipped[index] = (flipped[index] ?? 0) ^ 1
        const changed = parts.with(part, flipped.toString('base64url')).join('.')
        expect(() => unseal(changed, 'account-1', key)).toThrow('Set the password again')
      }
    }
    for (const cut of ['', 'v1', sealed.slice(0, -4), sealed.replace('v1', 'v2')]) {
      expect(() => unseal(cut, 'account-1', key)).toThrow('Set the password again')
    }
  })
})
