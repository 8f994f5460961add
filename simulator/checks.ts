// Checks of single values. Each says whether a value is acceptable; the endpoint turns a "no" into -4.
import { BlockList, isIP } from 'node:net'

/** "yyyy-mm-dd hh24:mi" (section 1.1): one space, no seconds, a date that exists, hours 00 to 23. Null when it is not. */
export const readUtcTime = (value: string): Date | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})$/.exec(value)
  if (!match) return null
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  if (hour > 23 || minute > 59) return null
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute))
  date.setUTCFullYear(year)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null
}

export const isUtcTime = (value: string): boolean => readUtcTime(value) !== null

/** No grammar of addresses is documented: one @, something on both sides, no blanks or commas. */
export const isEmailAddress = (value: string): boolean => /^[^\s@,;<>]+@[^\s@,;<>]+$/u.test(value)

/** "integer" (section 3.1). */
export const isInteger = (value: string): boolean => /^\d{1,18}$/.test(value)

export const fitsPattern = (value: string, pattern: string): boolean =>
  pattern === '' || new RegExp(pattern, 'u').test(value)

/** Lengths are given in "chars" (all documents); counted as a person counts them, not in bytes. */
export const lengthOf = (value: string): number => Array.from(value).length

/** "FQDN" or a wildcard name (section 5), or an address, which has a code of its own. No punycode is asked for. */
export const isDomainName = (value: string): boolean =>
  isIpAddress(value) ||
  /^(\*\.)?([\p{L}\p{N}_]([\p{L}\p{N}_-]*[\p{L}\p{N}])?)(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)*$/u.test(
    value,
  )

export const isIpAddress = (value: string): boolean => isIP(value.replace(/^\[(.*)\]$/, '$1')) !== 0

const internalRanges = new BlockList()
for (const [net, prefix] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
] as const)
  internalRanges.addSubnet(net, prefix)
for (const [net, prefix] of [
  ['fc00::', 7],
  ['fe80::', 10],
  ['::1', 128],
] as const)
  internalRanges.addSubnet(net, prefix, 'ipv6')

/** "an internal server name or internal IP address" (section 5.2). */
export const isInternalName = (value: string, suffixes: string[]): boolean => {
  const bare = value.replace(/^\[(.*)\]$/, '$1')
  const version = isIP(bare)
  if (version !== 0) return internalRanges.check(bare, version === 4 ? 'ipv4' : 'ipv6')
  const labels = bare.split('.')
  return labels.length === 1 || suffixes.includes(labels.at(-1) ?? '')
}
