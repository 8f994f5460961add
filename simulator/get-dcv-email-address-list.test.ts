import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from './server.ts'
import { ask, exchange, login, requestBytes } from './test-support/wire.ts'

const hour = 3_600_000
let now = Date.parse('2026-11-20T12:00:00Z')
let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => new Date(now) })
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const list = (rest: string) => ask(simulator, '!GetDCVEmailAddressList', rest)
const resend = (order: string, address: string) =>
  ask(simulator, '!ResendDCVEmail', `orderNumber=${order}&dcvEmailAddress=${encodeURIComponent(address)}`)

test('the sample of a public client comes out byte for byte when its rules are set', async () => {
  simulator.setRules({ dcvListNames: ['admin', 'postmaster'], dcvListWhois: 'listed' })
  simulator.setDomain('www.test-domain.org', { whois: ['support@test-domain.org'] })
  const reply = await exchange(
    simulator,
    requestBytes('!GetDCVEmailAddressList', `${login}&domainName=www.test-domain.org`),
  )
  expect(reply.head).toMatch(/content-type: text\/plain/i)
  expect(reply.body).toBe(
    '0\n' +
      'domain_name\twww.test-domain.org\n' +
      'whois_email\t support@test-domain.org\n' +
      'level2_email\t admin@test-domain.org\n' +
      'level2_email\t postmaster@test-domain.org\n' +
      'level3_email\t admin@www.test-domain.org\n' +
      'level3_email\t postmaster@www.test-domain.org',
  )
})

test('today the list has five constructed addresses at each level and no WHOIS address', async () => {
  const text = await list('domainName=a.b.tante-emma.example&responseFormat=1')
  expect(text.split('\n')).toHaveLength(2 + 3 * 5)
  expect(text).toContain('level4_email\t webmaster@a.b.tante-emma.example')
  expect(text).not.toContain('whois')
  simulator.setRules({ dcvListWhois: 'none', dcvListBlank: false })
  expect(await list('domainName=tante-emma.example')).toMatch(
    /^0\ndomain_name\ttante-emma\.example\nwhois_email\tnone\nlevel2_email\tadmin@/,
  )
})

test('a wildcard name and a registry name with two labels have the right levels', async () => {
  expect(await list('domainName=*.cloudtail-hosting.example')).toMatch(
    /^0\ndomain_name\t\*\.cloudtail-hosting\.example\nlevel2_email\t admin@cloudtail-hosting\.example\n/,
  )
  const text = await list('domainName=shop.tiny.co.uk')
  expect(text).not.toContain('level2')
  expect(text).toContain('level3_email\t admin@tiny.co.uk')
})

test('the contact in DNS comes with JSON only', async () => {
  expect(await list('domainName=app.sternwarte-sued.example')).not.toContain('technik@')
  simulator.setRules({ dcvListNames: ['admin'] })
  expect(await list('domainName=app.sternwarte-sued.example&responseFormat=2')).toBe(
    '{"errorCode":0,"domain_name":"app.sternwarte-sued.example","dns_txt_email":["technik@sternwarte-sued.example"],"level2_email":["admin@sternwarte-sued.example"],"level3_email":["admin@app.sternwarte-sued.example"]}',
  )
})

test('the JSON keys and their shape follow the rules', async () => {
  simulator.setRules({
    dcvListNames: ['admin'],
    dcvListJsonShape: 'rows',
    dcvListJsonKeys: ['rows=list', 'level=L%', 'dns_txt=txt', 'domain_name=domainName'],
  })
  expect(await list('domainName=sternwarte-sued.example&responseFormat=2')).toBe(
    '{"errorCode":0,"domainName":"sternwarte-sued.example","list":[{"type":"txt","address":"technik@sternwarte-sued.example"},{"type":"L2","address":"admin@sternwarte-sued.example"}]}',
  )
})

test('a domain without mailboxes has an empty list', async () => {
  expect(await list('domainName=geheimnis-verlag.example')).toBe('0\ndomain_name\tgeheimnis-verlag.example')
  expect(await list('domainName=geheimnis-verlag.example&responseFormat=2')).toBe(
    '{"errorCode":0,"domain_name":"geheimnis-verlag.example"}',
  )
})

test.each([
  ['8.8.8.8', '-19'],
  ['2001:db8:1::1', '-19'],
  ['10.0.0.7', '-37'],
  ['[::1]', '-37'],
  ['mailserver', '-37'],
  ['exchange.firma.local', '-37'],
  ['not a name', '-4'],
  ['-a.example', '-4'],
  ['', '-3'],
])('the name "%s" is refused with %s', async (name, code) => {
  expect((await list(`domainName=${encodeURIComponent(name)}`)).split('\n')[0]).toBe(code)
})

test('a refusal in JSON, and an argument nobody knows', async () => {
  expect(await list('domainName=8.8.8.8&responseFormat=2')).toBe(
    '{"errorCode":-19,"errorMessage":"The domain name may not be an Internet-accessible IP Address!"}',
  )
  expect(await list('domainName=a.example&orderNumber=1')).toBe('-2\nUnrecognised argument!')
  expect(await list('domainName=a.example&product=802')).toMatch(/^-4\n/)
})

test('what was listed can be used for 24 hours, then not', async () => {
  const address = 'admin@soleemare.example'
  expect(await resend('10000305', address)).toMatch(/^errorCode=-4&/)
  await list('domainName=SoleEMare.example')
  expect(await resend('10000305', address)).toBe('errorCode=0')
  expect(await resend('10000305', 'webmaster@soleemare.example')).toBe('errorCode=0')
  now += 24 * hour
  expect(await resend('10000305', address)).toBe('errorCode=0')
  now += 1
  expect(await resend('10000305', address)).toMatch(/^errorCode=-4&/)
})

test('the contact in DNS can be used only when it was shown, and another account lists nothing for this one', async () => {
  const address = 'technik@sternwarte-sued.example'
  const name = 'domainName=app.sternwarte-sued.example'
  await list(name)
  expect(await resend('10000614', address)).toMatch(/^errorCode=-4&/)
  const body = `loginName=demo-us&loginPassword=demo-us-password&${name}&responseFormat=2`
  await exchange(simulator, requestBytes('!GetDCVEmailAddressList', body))
  expect(await resend('10000614', address)).toMatch(/^errorCode=-4&/)
  await list(`${name}&responseFormat=2`)
  expect(await resend('10000614', address)).toBe('errorCode=0')
})

test('faults meet a domain through its order, and every domain by endpoint', async () => {
  expect(await list('domainName=order-90000014.example')).toBe('')
  simulator.setFault({ fault: 'unknown-code', endpoint: 'GetDCVEmailAddressList', times: 1 })
  expect(await list('domainName=a.example')).toBe('-987\nThis code is in no document')
  simulator.setFault({ fault: 'unknown-status', times: 1 })
  expect(await list('domainName=a.example')).toMatch(/^7\ndomain_name/)
  simulator.setFault({ fault: 'empty', before: true, times: 1 })
  await list('domainName=soleemare.example')
  expect(await resend('10000305', 'admin@soleemare.example')).toMatch(/^errorCode=-4&/)
})
