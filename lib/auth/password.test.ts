import { describe, expect, it } from 'vitest'
import { checkPassword } from './check-password.ts'
import { commonPasswords } from './common-passwords.ts'
import { hashPassword, needsRehash, verifyPassword } from './password.ts'

describe('a password hash', () => {
  // Normalised whole, a megabyte of these would hold the server up for minutes.
  it('is compared at once with a text of nothing but combining marks', async () => {
    const marks = `a${'\u0301'.repeat(300_000)}${'\u0316'.repeat(300_000)}`
    expect(await verifyPassword(marks, null)).toBe(false)
  })

  it('is Argon2id at 19 MiB, two passes, one lane, and another every time', async () => {
    const [one, two] = await Promise.all([hashPassword('a password'), hashPassword('a password')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(two)
    expect(await verifyPassword('a password', one)).toBe(true)
    expect(await verifyPassword('a passworD', one)).toBe(false)
  })

  it('agrees with the reference implementation', async () => {
    // A vector of phc-winner-argon2, src/test.c: password, somesalt, t=2, m=2^16, p=1.
    const known = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await verifyPassword('password', known)).toBe(true)
    expect(needsRehash(known)).toBe(true)
    expect(needsRehash(await hashPassword('x'))).toBe(false)
  })

  it('fits the same letters typed in other code points', async () => {
    expect(await verifyPassword('caf\u00E9', await hashPassword('cafe\u0301'))).toBe(true)
  })

  it('of nobody is never right and takes as long', { retry: 2 }, async () => {
    const hash = await hashPassword('a password')
    const time = async (of: string | null) => {
      const start = performance.now()
      for (let round = 0; round < 8; round++) expect(await verifyPassword('another', of)).toBe(false)
      return performance.now() - start
    }
    await time(hash)
    const [somebody, nobody] = [await time(hash), await time(null)]
    expect(nobody / somebody).toBeGreaterThan(0.4)
    expect(nobody / somebody).toBeLessThan(2.5)
  })
})

describe('a new password', () => {
  const person = { email: 'ann.baker@example.org', name: 'Ann Baker' }

  it.each([
    'correct kettle lamp 9',
    'violet-harbour-mango',
    'Wolkenbruch am Dienstag',
    'ненастный вторник утром',
    'rT7#qLm2&vX9!pZ',
  ])('may be %s', (password) => expect(checkPassword(password, person)).toEqual({ ok: true }))

  it('has 15 to 128 characters, counted as people count them', () => {
    expect(checkPassword('violet-harbour')).toMatchObject({ ok: false })
    expect(checkPassword('violet-harbours')).toEqual({ ok: true })
    expect(checkPassword('👩‍🚀🎺🪵🧲🥝'.repeat(2))).toMatchObject({ ok: false })
    const long = Array.from({ length: 128 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7)).join('')
    expect(checkPassword(long)).toEqual({ ok: true })
    expect(checkPassword(`${long}x`)).toMatchObject({ ok: false })
  })

  it.each([
    'correcthorsebatterystaple',
    'CorrectHorseBatteryStaple',
    'correct horse battery staple',
    'passwordpassword',
    'P@ssw0rdP@ssw0rd1',
    'qwertyuiopasdfghjkl',
    '1qaz2wsx3edc4rfv',
    '123456789012345',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'abcdefghijklmnopqrst',
    'unstuck-unstuck-2026!',
    'Sectigo-Password-2026',
    'ann.baker@example.org',
    'AnnBaker-2026-Password',
    'Welcome2026!!!!!!!!',
    '               ',
  ])('may not be %s', (password) => expect(checkPassword(password, person)).toMatchObject({ ok: false }))

  it('is looked for in a list that ships with the program', () => {
    const long = [...commonPasswords].filter((common) => common.length >= 15)
    expect(long.length).toBeGreaterThan(150)
    for (const common of long) expect(checkPassword(common.toUpperCase())).toMatchObject({ ok: false })
  })
})
