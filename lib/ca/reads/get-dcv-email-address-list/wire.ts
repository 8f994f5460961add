import { emailRule } from '../../field-rules.ts'
import { tidy } from '../../reply.ts'
import { plainName } from '../body.ts'
import type { Body, Leaf } from '../body.ts'
import type { ReadWire } from '../wire.ts'
import { getDcvEmailAddressList } from './about.ts'
import type { DcvAddress, DcvAddressKind, DcvEmailAddressesReply } from './reply.ts'

export const wire: ReadWire<'get-dcv-email-address-list'> = {
  about: getDcvEmailAddressList,
  // Only format 2 has the contact from the DNS. Text is what comes when no form is named, so an argument that the CA may not know is saved.
  // `product` is for mark certificates alone and is left out.
  toPairs: ({ domainName, format = 'json' }) => [
    ['domainName', domainName],
    ...(format === 'json' ? [['responseFormat', '2'] as const] : []),
  ],
  toReply,
  limitBytes: 65_536,
}

function toReply(body: Body): DcvEmailAddressesReply | null {
  if (body.code !== 0) return null
  const values = body.form === 'lines' ? body.lines.flatMap(valueOfLine) : body.leaves.map(valueOfLeaf)
  const domain = values.find(([key]) => /^domain(name)?$/.test(plainName(key.split('.').at(-1) ?? '')))
  const addresses = new Map<string, DcvAddress>()
  for (const [key, text] of values)
    for (const address of addressesIn(text)) {
      const kind = kindOf(key)
      addresses.set(`${address.toLowerCase()} ${key}`, { address, ...kind, key })
    }
  return {
    kind: 'get-dcv-email-address-list',
    domain: tidy(domain?.[1] ?? ''),
    addresses: [...addresses.values()],
  }
}

type Value = readonly [key: string, text: string]

/** `level2_email<TAB> admin@example.com`; blanks in place of the tab, and after it, are seen as well. */
function valueOfLine(line: string): Value[] {
  const parts = /^(\S+?)[\t =:]+(.*)$/.exec(line)
  return parts?.[1] === undefined ? [] : [[parts[1], (parts[2] ?? '').trim()]]
}

/** Places in a list are no names. */
const valueOfLeaf = ({ path, value }: Leaf): Value => [
  path.filter((name) => !/^\d+$/.test(name)).join('.'),
  value,
]

/** Texts that are addresses and nothing else, so that none is picked out of a sentence. `none` is what the CA writes for nobody. */
function addressesIn(text: string): string[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  return parts.every((part) => part.length <= 255 && emailRule(part) === null) ? parts : []
}

/** By the CA's name alone; the address itself tells nothing of where the CA has it from. */
function kindOf(key: string): { kind: DcvAddressKind; level: number | null } {
  const level = /level_?(\d{1,2})(?!\d)/i.exec(key)?.[1]
  if (/whois/i.test(key)) return { kind: 'whois', level: null }
  if (/caa/i.test(key)) return { kind: 'dns-caa', level: null }
  if (/txt/i.test(key)) return { kind: 'dns-txt', level: null }
  if (level !== undefined) return { kind: 'constructed', level: Number(level) }
  return { kind: /constructed/i.test(key) ? 'constructed' : 'other', level: null }
}
