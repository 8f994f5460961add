import type { DcvChoice, DcvListView } from '#lib/desk/dcv-list.ts'

/** Addresses that belong together, under one heading. */
export interface DcvGroup {
  readonly title: string
  readonly hint: string | null
  readonly addresses: readonly string[]
}

export interface DcvGroups {
  readonly offered: readonly DcvGroup[]
  /** What a rule has ended, by the sentence that says so. */
  readonly ended: readonly { readonly says: string; readonly addresses: readonly string[] }[]
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()
const bare = (domain: string) => domain.replace(/^\*\./, '')

const titles: Readonly<Record<Exclude<DcvChoice['kind'], 'constructed'>, string>> = {
  'dns-txt': 'Contact in the domain’s DNS (TXT record)',
  'dns-caa': 'Contact in the domain’s DNS (CAA record)',
  whois: 'From WHOIS',
  other: 'Others on the CA’s list',
}

/** The addresses of a list by where the CA has them from: the domain’s own contacts first, then the fixed names, each domain’s together. */
export function groupsOf({ domain, addresses }: Pick<DcvListView, 'domain' | 'addresses'>): DcvGroups {
  const choices = addresses ?? []
  const offered = choices.filter(({ usable }) => usable !== 'not-usable')
  const fixed = offered.filter(({ kind }) => kind === 'constructed')
  const places = new Set(fixed.map(({ address }) => domainOf(address)))
  const groups = (['dns-txt', 'dns-caa', 'whois'] as const).map((kind) => kindGroup(kind, offered))
  const names = [...places].map((place) => ({
    title: `Fixed names at ${place}${places.size > 1 ? whichOf(place, bare(domain)) : ''}`,
    hint: null,
    addresses: fixed.flatMap(({ address }) => (domainOf(address) === place ? [address] : [])),
  }))
  const ended = Object.groupBy(
    choices.filter(({ usable }) => usable === 'not-usable'),
    ({ says }) => says,
  )
  return {
    offered: [...groups, ...names, kindGroup('other', offered)].filter((one) => one.addresses.length > 0),
    ended: Object.entries(ended).map(([says, list = []]) => ({
      says,
      addresses: list.map(({ address }) => address),
    })),
  }
}

const whichOf = (place: string, domain: string) =>
  place === domain ? ', the name itself' : ', the domain above it'

function kindGroup(kind: keyof typeof titles, choices: readonly DcvChoice[]): DcvGroup {
  const mine = choices.filter((choice) => choice.kind === kind)
  return { title: titles[kind], hint: mine[0]?.says ?? null, addresses: mine.map(({ address }) => address) }
}

/** When a list was last asked for, whatever came of it. */
const askedAt = ({ readAt, failure }: DcvListView) => Math.max(readAt ?? 0, failure?.at ?? 0)

/** The page’s lists, with those fetched since in their places. */
export function mergeLists(
  page: readonly DcvListView[],
  fetched: readonly DcvListView[],
): readonly DcvListView[] {
  const merged = new Map(page.map((list) => [list.domain, list]))
  for (const list of fetched) {
    const kept = merged.get(list.domain)
    if (kept === undefined || askedAt(list) >= askedAt(kept)) merged.set(list.domain, list)
  }
  return [...merged.values()]
}

const isEmail = ({ ofOrder }: DcvListView) => ofOrder?.method === 'email' || ofOrder?.method === 'not-known'
const isOpen = ({ ofOrder }: DcvListView) => ofOrder?.status !== 'validated'

/** The domain that the picker opens with: one whose control is open and goes by e-mail, as far as the CA has told. */
export function firstDomain(lists: readonly DcvListView[]): string {
  const first = lists.find((list) => isOpen(list) && isEmail(list)) ?? lists.find(isOpen) ?? lists[0]
  return first?.domain ?? ''
}

/** The open domains of the order when all of them are proven in another way than by e-mail; none otherwise. */
export function provenOtherwise(lists: readonly DcvListView[]): readonly DcvListView[] {
  const open = lists.filter((list) => list.ofOrder !== null && isOpen(list))
  return open.some(isEmail) ? [] : open
}
