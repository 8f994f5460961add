import { describe, expect, test } from 'vitest'
import type { DcvChoice, DcvListView } from '#lib/desk/dcv-list.ts'
import { firstDomain, groupsOf, mergeLists, provenOtherwise } from './dcv-lists.ts'

const choice = (
  address: string,
  kind: DcvChoice['kind'],
  usable: DcvChoice['usable'] = 'usable',
): DcvChoice => ({
  address,
  kind,
  usable,
  says: `Says ${kind}.`,
})
const list = (domain: string, changes: Partial<DcvListView> = {}): DcvListView => ({
  domain,
  ofOrder: null,
  readAt: null,
  freshUntil: null,
  addresses: null,
  gone: [],
  failure: null,
  raw: [],
  ...changes,
})
type Method = NonNullable<DcvListView['ofOrder']>['method']
const ofOrder = (method: Method, status: 'validated' | 'not-validated' = 'not-validated') => ({
  ofOrder: { method, status, emailAddress: null },
})

describe('the addresses of a list', () => {
  test('stand by where they are from, the domain’s own contacts first, and each domain’s fixed names together', () => {
    const { offered, ended } = groupsOf({
      domain: '*.www.a.example',
      addresses: [
        choice('old@isp.example', 'whois', 'not-usable'),
        choice('admin@a.example', 'constructed'),
        choice('admin@www.a.example', 'constructed'),
        choice('postmaster@A.example', 'constructed'),
        choice('x@b.example', 'other', 'not-known'),
        choice('dns@b.example', 'dns-txt'),
      ],
    })
    expect(offered.map(({ title, addresses }) => [title, ...addresses])).toEqual([
      ['Contact in the domain’s DNS (TXT record)', 'dns@b.example'],
      ['Fixed names at a.example, the domain above it', 'admin@a.example', 'postmaster@A.example'],
      ['Fixed names at www.a.example, the name itself', 'admin@www.a.example'],
      ['Others on the CA’s list', 'x@b.example'],
    ])
    expect(ended).toEqual([{ says: 'Says whois.', addresses: ['old@isp.example'] }])
  })

  test('are none while there is no list', () => {
    expect(groupsOf({ domain: 'a.example', addresses: null })).toEqual({ offered: [], ended: [] })
  })
})

describe('the lists of an order', () => {
  test('a fetched list takes the place of an older one, never of a newer one', () => {
    const page = [list('a.example', { readAt: 5 }), list('b.example', { readAt: 5 })]
    const fetched = [
      list('a.example', { readAt: 4 }),
      list('b.example', { readAt: 5, gone: ['x@b.example'] }),
      list('c.example'),
    ]
    expect(mergeLists(page, fetched)).toEqual([page[0], fetched[1], fetched[2]])
  })

  test('the picker opens with the open domain that goes by e-mail, else with an open one, else with the first', () => {
    const proven = list('proven.example', ofOrder('email', 'validated'))
    const dns = list('dns.example', ofOrder('cname'))
    const mail = list('mail.example', ofOrder('email'))
    expect(firstDomain([proven, dns, mail])).toBe('mail.example')
    expect(firstDomain([proven, dns])).toBe('dns.example')
    expect(firstDomain([proven])).toBe('proven.example')
    expect(firstDomain([])).toBe('')
  })

  test('an order is proven otherwise when every open domain is, and not when one’s proof is not known', () => {
    const dns = list('dns.example', ofOrder('cname'))
    const file = list('file.example', ofOrder('http'))
    expect(
      provenOtherwise([dns, file, list('typed.example'), list('p.example', ofOrder('email', 'validated'))]),
    ).toEqual([dns, file])
    expect(provenOtherwise([dns, list('x.example', ofOrder('not-known'))])).toEqual([])
    expect(provenOtherwise([dns, list('x.example', ofOrder('email'))])).toEqual([])
    expect(provenOtherwise([])).toEqual([])
  })
})
