import { describe, expect, test } from 'vitest'
import { call, client, simulator, summary, withSimulator } from './testing/with-simulator.ts'

withSimulator()

describe('one call', () => {
  test('the request is the documented one, with the credentials first and nothing more', async () => {
    await client.ask(
      call('request-manual-callback', '10000101', {
        input: { ...call('request-manual-callback', '10000101').input, comments: 'A & B = “ü”' },
      }),
    )
    const [request] = simulator.requests()
    expect(request).toMatchObject({ method: 'POST', path: '/products/!UpdateUserOvCallback' })
    expect([...new URLSearchParams(request?.bodyText)]).toEqual([
      ['loginName', 'demo-eu'],
      ['loginPassword', 'demo-eu-password'],
      ['action', 'ManualCallback'],
      ['orderNumber', '10000101'],
      ['preferredTimeUTC', '2031-05-14 13:30'],
      ['comments', 'A & B = “ü”'],
    ])
    const headers = Object.fromEntries(
      request?.headers.map(([name, value]) => [name.toLowerCase(), value]) ?? [],
    )
    expect(headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Unstuck',
    })
    expect(headers['cookie']).toBeUndefined()
  })

  test('a wrong password is a refusal with code -16', async () => {
    const credentials = { loginName: 'demo-eu', loginPassword: 'wrong' }
    expect(summary(await client.ask(call('resend-callback-email', '10000102', { credentials })))).toEqual({
      certainty: 'answered',
      kind: 'refused',
      code: -16,
      status: null,
    })
  })

  test('only HTTP 200 can say that something was done; a refusal is believed with a 4xx too', async () => {
    const ask = async (httpStatus: number, raw: string) => {
      simulator.setAnswer({ httpStatus, raw })
      const answer = await client.ask(call('schedule-callback', '10000101'))
      expect(answer).toMatchObject({ httpStatus, raw })
      return summary(answer)
    }
    for (const status of [201, 202, 206, 302, 403, 404, 500, 503])
      expect(await ask(status, 'errorCode=0&status=1')).toEqual({
        certainty: 'unknown',
        kind: 'unknown',
        code: 0,
        status: 1,
      })
    expect(await ask(403, 'errorCode=-16')).toEqual({
      certainty: 'answered',
      kind: 'refused',
      code: -16,
      status: null,
    })
    client.allow('eu')
    expect(await ask(500, 'errorCode=-16')).toEqual({
      certainty: 'unknown',
      kind: 'unknown',
      code: -16,
      status: null,
    })
    client.allow('eu')
    expect(await ask(302, 'errorCode=-4')).toMatchObject({ kind: 'unknown' })
  })

  test('the simulator’s other readings of the documents are understood too', async () => {
    for (const rules of [
      { replyEncoding: 'plain' },
      { lineEnd: '\r\n', finalLineEnd: true },
      { replyCharset: 'utf-8' },
    ] as const) {
      simulator.setRules(rules)
      expect((await client.ask(call('resend-dcv-email', '10000302'))).outcome).toMatchObject({
        kind: 'refused',
        field: 'dcvEmailAddress',
      })
      expect((await client.ask(call('resend-smime-collection-email', '10000403'))).outcome.kind).toBe('done')
    }
    for (const dcvCannotBeResentCode of [-20, -122, -139, -9999]) {
      simulator.setRules({ dcvCannotBeResentCode })
      const { outcome } = await client.ask(call('resend-dcv-email', '10000303'))
      expect(outcome).toMatchObject({ kind: 'refused', code: dcvCannotBeResentCode })
    }
    for (const permissionCode of [-90, -91, -5555]) {
      simulator.setRules({ permissionCode })
      expect((await client.ask(call('resend-dcv-email', '10000307'))).outcome).toMatchObject({
        kind: 'refused',
        code: permissionCode,
      })
    }
  })

  test('the password is nowhere in an answer, whatever the CA echoes', async () => {
    const secret = 'Kanarie&ü "9" <x>+%'
    simulator.setAccount('demo-eu', { password: secret })
    const echoes = [
      `errorCode=-4&errorMessage=${encodeURIComponent(`You sent ${secret}`)}`,
      `-4\nYou sent ${secret}`,
      `<html><body>loginName=demo-eu&amp;loginPassword=${new URLSearchParams([['', secret]]).toString().slice(1)}</body></html>`,
      `<pre>${secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</pre>`,
      JSON.stringify({ loginPassword: secret }),
      secret,
    ]
    for (const raw of echoes)
      for (const httpStatus of [200, 500]) {
        simulator.setAnswer({ raw, httpStatus })
        const text = JSON.stringify(
          await client.ask(
            call('schedule-callback', '10000101', {
              credentials: { loginName: 'demo-eu', loginPassword: secret },
            }),
          ),
        )
        expect(text).toContain('[redacted]')
        expect(text).not.toMatch(/Kanarie/i)
      }
  })

  test('odd bytes in a reply are made visible, and long ones are cut', async () => {
    simulator.setAnswer({
      rawBase64: Buffer.from([0x41, 0x00, 0xe9, 0x1b, 0x0a, 0xc3, 0xa9]).toString('base64'),
    })
    expect((await client.ask(call('schedule-callback', '10000101'))).raw).toBe('A\\x00\\xE9\\x1B\né')
    simulator.setAnswer({ raw: `errorCode=-20&errorMessage=${'x'.repeat(40_000)}` })
    const { raw, outcome } = await client.ask(call('schedule-callback', '10000101'))
    expect(outcome.kind).toBe('refused')
    expect(raw?.length).toBeLessThan(16_400)
    expect(raw).toMatch(/\[cut\]$/)
  })
})
