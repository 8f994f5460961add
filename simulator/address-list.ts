// The addresses a domain-control e-mail may go to: those found in DNS (and once in WHOIS), and the constructed ones at each level
// (section 5.1).
import type { World } from './types.ts'

export type Listed = { type: 'whois_email' | 'dns_txt' | 'level%_email'; address: string; level?: number }

export const listAddresses = ({ domains, rules }: World, domainName: string): Listed[] => {
  const name = domainName.replace(/^\*\./, '')
  const labels = name.split('.')
  const isSuffix = rules.dcvListSuffixes.includes(labels.slice(-2).join('.'))
  const shortest = isSuffix ? 3 : 2
  const levels = labels.map((_, index) => index + 1).filter((level) => level >= shortest)
  const contacts = domains.get(name) ?? domains.get(labels.slice(-shortest).join('.')) ?? {}

  const constructed = contacts.constructed === false ? [] : levels
  return [
    ...whoisOf(contacts.whois ?? [], rules.dcvListWhois),
    ...(contacts.dnsTxt ?? []).map((address): Listed => ({
      type: 'dns_txt',
      address: address.toLowerCase(),
    })),
    ...constructed.flatMap((level) =>
      rules.dcvListNames.map((mailbox): Listed => {
        const at = labels.slice(-level).join('.')
        return { type: 'level%_email', level, address: `${mailbox}@${at}` }
      }),
    ),
  ]
}

const whoisOf = (whois: string[], rule: 'absent' | 'none' | 'listed'): Listed[] => {
  if (rule === 'none') return [{ type: 'whois_email', address: 'none' }]
  if (rule === 'absent') return []
  return whois.map((address) => ({ type: 'whois_email', address: address.toLowerCase() }))
}
