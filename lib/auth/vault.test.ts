import { createCipheriv, randomBytes } from 'node:crypto'
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyId, keyIdOf, reseal, seal, unseal } from './vault.ts'

/** As the releases before 2026-12 sealed: with the vault key itself. */
function sealAsBefore(plain: string, boundTo: string, key: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo))
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  const parts = [nonce, text, cipher.getAuthTag()].map((part) => part.toString('base64url'))
  return ['v1', keyId(key), ...parts].join('.')
}

describe('the vault', () => {
  const key = randomBytes(32)
  const other = randomBytes(32)

  it('gives back what it sealed, and seals differently every time', () => {
    assert(
      property(string({ unit: 'binary' }), (plain) => unseal(seal(plain, 'a', key), 'a', [key]) === plain),
    )
    expect(seal('x', 'a', key)).not.toBe(seal('x', 'a', key))
  })

  it('opens what earlier releases sealed', () => {
    expect(unseal(sealAsBefore('the password', 'a', key), 'a', [other, key])).toBe('the password')
    expect(() => unseal(sealAsBefore('the password', 'a', key), 'b', [key])).toThrow('another place')
  })

  it('opens with a retired key, and seals with the current one alone', () => {
    const sealed = seal('x', 'a', key)
    expect(unseal(sealed, 'a', [other, key])).toBe('x')
    expect(keyIdOf(seal('x', 'a', other))).toBe(keyId(other))
  })

  it('names both keys when it has another one, and tells neither', () => {
    const sealed = seal('x', 'a', key)
    expect(() => unseal(sealed, 'a', [other])).toThrow(
      new RegExp(`vault key ${keyId(key)}, but this server has the key ${keyId(other)}`),
    )
    for (const secret of [key, other]) {
      expect(keyId(secret)).toMatch(/^[0-9a-f]{8}$/)
      for (const form of ['hex', 'base64'] as const)
        expect(secret.toString(form)).not.toContain(keyId(secret))
    }
  })

  it('seals anew under another key, from both forms, and leaves the text itself unopened', () => {
    const sealed = seal('the password', 'a', key)
    const moved = reseal(sealed, 'a', [other, key]) ?? ''
    expect(unseal(moved, 'a', [other])).toBe('the password')
    expect(moved.split('.').slice(3)).toEqual(sealed.split('.').slice(3))
    expect(reseal(moved, 'a', [other, key])).toBeNull()
    const old = reseal(sealAsBefore('the password', 'a', key), 'a', [key]) ?? ''
    expect([old.slice(0, 2), unseal(old, 'a', [key])]).toEqual(['v2', 'the password'])
    expect(() => reseal(sealed, 'a', [other])).toThrow('was sealed with the vault key')
  })

  it('opens nothing that was changed, cut or moved to another account', () => {
    for (const make of [seal, sealAsBefore]) {
      const sealed = make('the password', 'account-1', key)
      expect(() => unseal(sealed, 'account-2', [key])).toThrow('another place')
      const parts = sealed.split('.')
      for (let part = 2; part < parts.length; part++) {
        const bytes = Buffer.from(parts[part] ?? '', 'base64url')
        for (let index = 0; index < bytes.length; index++) {
          const flipped = Buffer.from(bytes)
          flipped[index] = (flipped[index] ?? 0) ^ 1
          const changed = parts.with(part, flipped.toString('base64url')).join('.')
          expect(() => unseal(changed, 'account-1', [key])).toThrow('password again')
        }
      }
      const isNew = sealed.startsWith('v2')
      const relabelled = isNew ? sealed.replace('v2', 'v1') : sealed.replace('v1', 'v2')
      for (const cut of ['', 'v1', 'v2', sealed.slice(0, -4), relabelled, sealed.replace(/^v\d/, 'v3')]) {
        expect(() => unseal(cut, 'account-1', [key])).toThrow('password again')
      }
    }
  })

  it('opens no text under the key of another', () => {
    const [one, two] = [seal('first', 'a', key), seal('second', 'a', key)].map((sealed) => sealed.split('.'))
    const crossed = one?.with(2, two?.[2] ?? '').join('.') ?? ''
    expect(() => unseal(crossed, 'a', [key])).toThrow('was changed')
  })
})
