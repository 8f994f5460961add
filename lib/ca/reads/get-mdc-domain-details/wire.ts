import { emailRule } from '../../field-rules.ts'
import { tidy } from '../../reply.ts'
import { plainName } from '../body.ts'
import type { Body, Leaf } from '../body.ts'
import type { ReadWire } from '../wire.ts'
import { getMdcDomainDetails } from './about.ts'
import type { DomainControl, MdcDomainDetailsReply } from './reply.ts'
import { meaningOf, methodTexts, statusTexts } from './texts.ts'

export const wire: ReadWire<'get-mdc-domain-details'> = {
  about: getMdcDomainDetails,
  toPairs: ({ orderNumber }) => [
    ['orderNumber', orderNumber],
    ['responseFormat', '1'],
  ],
  toReply,
  // An order may have hundreds of domains, each with three values.
  limitBytes: 1_048_576,
}

function toReply({ code, leaves }: Body): MdcDomainDetailsReply | null {
  if (code !== 0) return null
  const domains = [...entriesOf(leaves).values()].flatMap((entry) => {
    const domain = domainOf(entry)
    return domain === null ? [] : [domain]
  })
  return {
    kind: 'get-mdc-domain-details',
    domains: domains.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0)),
  }
}

interface Entry {
  readonly index: number | null
  readonly values: Map<string, Set<string>>
}

/** Values that belong together: by the number in front of their names, in JSON also by the object they stand in. */
function entriesOf(leaves: readonly Leaf[]): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const { path, value } of leaves) {
    const numbered = /^(\d{1,6})_(.+)$/.exec(path.at(-1) ?? '')
    const index = numbered === null ? null : Number(numbered[1])
    const key = JSON.stringify([...path.slice(0, -1), index])
    const name = plainName(numbered?.[2] ?? path.at(-1) ?? '')
    const entry = entries.get(key) ?? { index, values: new Map<string, Set<string>>() }
    entries.set(key, entry)
    entry.values.set(name, (entry.values.get(name) ?? new Set()).add(value))
  }
  return entries
}

/** A value that is given twice and differently comes out as both, which is in no list and so claims nothing. */
function domainOf({ index, values }: Entry): DomainControl | null {
  const textOf = (name: string) => tidy([...(values.get(name) ?? [])].join(' · ').slice(0, 500))
  const [name, methodRaw, statusRaw] = [textOf('domainname'), textOf('dcvmethod'), textOf('dcvstatus')]
  if (name === null) return null
  const address =
    [methodRaw, textOf('dcvemailaddress')].find((text) => text !== null && isAddress(text)) ?? null
  const method = methodRaw === null ? null : meaningOf(methodTexts, methodRaw)?.means
  // One name for two domains: whose status this is cannot be said.
  const status = statusRaw === null || name.includes(' ') ? null : meaningOf(statusTexts, statusRaw)?.means
  return {
    index,
    name,
    method: method ?? (methodRaw !== null && isAddress(methodRaw) ? 'email' : 'not-known'),
    methodRaw,
    emailAddress: address,
    status: status ?? 'not-known',
    statusRaw,
  }
}

const isAddress = (text: string): boolean => text.length <= 255 && emailRule(text) === null
