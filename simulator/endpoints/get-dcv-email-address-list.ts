// !GetDCVEmailAddressList: docs.sectigo.com/sps and section 5. What it lists may be used for 24 hours in !ResendDCVEmail.
import { listAddresses, type Listed } from '../address-list.ts'
import { isDomainName, isInternalName, isIpAddress } from '../checks.ts'
import { loginArguments, orderError, type AccountCall, type Endpoint } from '../endpoint.ts'
import { lookUp } from '../read-rules.ts'
import type { Reply } from '../reply.ts'
import type { Rules } from '../rules.ts'

// The codes are second-hand, and their texts made from what they mean.
const notAnAddress = orderError('The domain name may not be an Internet-accessible IP Address!', -19)
const internal = orderError('The domain name is an internal server name or an internal IP address!', -37)

const answer = (call: AccountCall): Reply => {
  const { rules, values, family } = call
  const name = (values['domainName'] ?? '').toLowerCase()
  if (isInternalName(name, rules.internalSuffixes)) return internal
  if (isIpAddress(name)) return notAnAddress

  const found = listAddresses(call.world, name)
  // "The DNS TXT contact address is only returned with 2" (5).
  const shown = family === 'json' ? found : found.filter(({ type }) => type !== 'dns_txt')
  markAsListed(call, name, shown)
  return { errorCode: 0, lines: asLines(name, shown, rules), json: asJson(name, shown, rules) }
}

/** `'now'` in an order stays fresh for ever, so it is left alone. */
const markAsListed = ({ world, account, now }: AccountCall, name: string, listed: Listed[]): void => {
  const listedAt = now.toISOString()
  const bare = name.replace(/^\*\./, '')
  for (const order of world.orders.values()) {
    const mine = order.account === '*' || order.account === account.loginName
    const named = order.domains.some((domain) => domain.toLowerCase().replace(/^\*\./, '') === bare)
    if (!mine || !named || !order.dcv) continue
    for (const { address } of listed.filter((entry) => entry.address.includes('@'))) {
      const known = order.dcv.addresses.find((entry) => entry.address.toLowerCase() === address)
      if (!known) order.dcv.addresses.push({ address, listedAt })
      else if (known.listedAt !== 'now') known.listedAt = listedAt
    }
  }
}

const asLines = (name: string, listed: Listed[], rules: Rules): string[] => {
  const blank = rules.dcvListBlank ? ' ' : ''
  return [
    `domain_name\t${name}`,
    ...listed.map(({ type, address, level }) => `${type.replace('%', String(level))}\t${blank}${address}`),
  ]
}

const asJson = (name: string, listed: Listed[], rules: Rules): Record<string, unknown> => {
  const key = (part: string): string => lookUp(rules.dcvListJsonKeys, part) ?? part
  const typeOf = ({ type, level }: Listed): string =>
    key(type === 'level%_email' ? 'level' : type).replace('%', String(level))
  if (rules.dcvListJsonShape === 'rows') {
    const rows = listed.map((entry) => ({ [key('type')]: typeOf(entry), [key('address')]: entry.address }))
    return { [key('domain_name')]: name, [key('rows')]: rows }
  }
  const lists = Object.groupBy(listed, typeOf)
  const addresses = Object.entries(lists).map(([type, list = []]) => [
    type,
    list.map(({ address }) => address),
  ])
  return { [key('domain_name')]: name, ...Object.fromEntries(addresses) }
}

export const getDcvEmailAddressList: Endpoint = {
  name: '!GetDCVEmailAddressList',
  document: 'docs.sectigo.com/sps GetDCVEmailAddressList (section 5)',
  family: 'lines',
  formats: { 1: 'lines', 2: 'json' },
  arguments: [
    ...loginArguments,
    { name: 'domainName', required: true, max: 255, check: isDomainName },
    // "required", but marked for mark certificates only: 801 = VMC, 803 = CMC (5).
    { name: 'product', check: (value) => value === '801' || value === '803' },
    { name: 'responseFormat', check: (value) => /^[12]$/.test(value) },
  ],
  answer,
}
