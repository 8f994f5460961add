import { afterEach, describe, expect, it, vi } from 'vitest'
import { clock } from '#lib/clock.ts'
import { challengeOf, readMade, readSigned } from './own-passkey-answer.ts'
import { qrPath } from './own-qr.ts'
import { mayAskForPasskey } from './own-questions.ts'
import { softwareAuthenticator } from './testing/authenticator.ts'

afterEach(() => vi.restoreAllMocks())

describe('what a browser says of a passkey', () => {
  const device = softwareAuthenticator({ origin: 'https://desk.example', rpId: 'desk.example' })

  it('is read as it was made, with the challenge that it was made for', () => {
    const made = readMade(JSON.stringify(device.register('Y2hhbGxlbmdl')))
    expect(made).toMatchObject({ id: device.id, type: 'public-key' })
    expect(made && challengeOf(made)).toBe('Y2hhbGxlbmdl')
    expect(readSigned(JSON.stringify(device.answer('Y2hhbGxlbmdl')))).toMatchObject({ id: device.id })
  })

  it('is nothing when it is no text, no object, or has parts that no browser sends', () => {
    const answer = device.answer('Y2hhbGxlbmdl')
    const odd = [
      '',
      'null',
      '[]',
      '{',
      '"text"',
      JSON.stringify({ ...answer, id: `\0${answer.id}` }),
      JSON.stringify({ ...answer, id: { toString: 1 } }),
      JSON.stringify({ ...answer, type: 'password' }),
      JSON.stringify({ ...answer, response: null }),
      JSON.stringify({ ...answer, id: 'A'.repeat(30_000) }),
    ]
    for (const text of odd) {
      expect(readSigned(text), text.slice(0, 60)).toBeNull()
      expect(readMade(text), text.slice(0, 60)).toBeNull()
    }
  })

  it('names no challenge when its words are not readable', () => {
    const made = readMade(JSON.stringify(device.register('Y2hhbGxlbmdl')))
    if (made === null) throw new Error('not read')
    for (const clientDataJSON of ['AAAA', Buffer.from('null').toString('base64url')])
      expect(challengeOf({ ...made, response: { ...made.response, clientDataJSON } })).toBe('')
  })
})

describe('a QR code', () => {
  it('has a quiet border of four and its three corners in their places', () => {
    const { size, path } = qrPath('otpauth://totp/Unstuck:a@example.org?secret=AAAA&issuer=Unstuck')
    const corners = [`M4 4h7v1H4z`, `M${size - 11} 4h7v1H${size - 11}z`, `M4 ${size - 5}h7v1H4z`]
    for (const corner of corners) expect(path).toContain(corner)
    expect(path).not.toMatch(/M[0-3] /)
  })
})

describe('questions for a passkey', () => {
  it('are thirty a minute for a place and six hundred for all, and begin anew after that', () => {
    let now = Date.UTC(2031, 0, 1)
    vi.spyOn(clock, 'now').mockImplementation(() => now)
    const asked = (address: string, times: number) =>
      Array.from({ length: times }, () => mayAskForPasskey(address)).filter(Boolean).length
    expect(asked('192.0.2.1', 40)).toBe(30)
    expect(asked('192.0.2.2', 5)).toBe(5)
    expect(asked('2001:db8::1', 20) + asked('2001:db8::2', 20), 'one network is one place').toBe(30)
    now += 60_000
    expect(asked('192.0.2.1', 1)).toBe(1)
    const all = Array.from({ length: 100 }, (_, place) => asked(`198.51.100.${place}`, 10))
    expect(all.reduce((sum, one) => sum + one, 0)).toBe(599)
  })
})
