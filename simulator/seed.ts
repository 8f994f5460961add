// The readable file of accounts and orders, and how it becomes the simulator's world. What the file leaves out is filled in here.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkOrder } from './check-order.ts'
import { changeRules, defaultRules, type Rules } from './rules.ts'
import {
  type Account,
  type DcvAddress,
  type DomainContacts,
  type Order,
  type OrderFault,
  type World,
} from './types.ts'

export type SeedAccount = Pick<Account, 'loginName' | 'password'> & Partial<Account>

/** `listedHoursAgo` is counted from the start (or the last reset), so that a seed does not grow old in the repository. */
export type SeedDcvAddress = string | { address: string; listedHoursAgo?: number; listedAt?: string | null }
export type SeedOrder = Omit<Order, 'domains' | 'dcv' | 'story'> & {
  domains?: string[]
  story?: string
  dcv?: Omit<NonNullable<Order['dcv']>, 'addresses'> & { addresses?: SeedDcvAddress[] }
}
/** An order that fits every operation of every account and whose answers are hurt. */
export type MisbehavingOrder = OrderFault & { orderNumber: string; story: string }

export type Seed = {
  rules?: Partial<Rules>
  accounts: SeedAccount[]
  orders: SeedOrder[]
  misbehaving?: MisbehavingOrder[]
  /** What GetDCVEmailAddressList finds, by name. */
  domains?: Record<string, DomainContacts>
}

export const defaultSeedFile = join(import.meta.dirname, 'seed.json')

export const readSeed = (seed: Seed | string = defaultSeedFile): Seed => {
  if (typeof seed !== 'string') return seed
  try {
    return JSON.parse(readFileSync(seed, 'utf8')) as Seed
  } catch (error) {
    throw new TypeError(`The seed ${seed} cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

export const createWorld = (seed: Seed, now: Date): World => {
  if (!Array.isArray(seed.accounts) || !Array.isArray(seed.orders)) {
    throw new TypeError('A seed has the lists "accounts" and "orders".')
  }
  const orders = [
    ...seed.orders.map((order) => completeOrder(order, now)),
    ...(seed.misbehaving ?? []).map((order) => completeOrder(misbehavingOrder(order), now)),
  ]
  const world: World = {
    accounts: new Map(seed.accounts.map((account) => [account.loginName, completeAccount(account)])),
    orders: new Map(orders.map((order) => [order.orderNumber, order])),
    domains: new Map(
      Object.entries(seed.domains ?? {}).map(([name, contacts]) => [
        name.toLowerCase(),
        checkContacts(structuredClone(contacts)),
      ]),
    ),
    rules: changeRules(defaultRules, seed.rules ?? {}),
    outbox: [],
    calls: [],
    notes: [],
    nextId: 1,
  }
  if (world.orders.size !== orders.length) throw new TypeError('An order number appears twice in the seed.')
  for (const order of orders) {
    if (order.account !== '*' && !world.accounts.has(order.account)) {
      throw new TypeError(`Order ${order.orderNumber} belongs to an account that the seed does not have.`)
    }
  }
  return world
}

const isStrings = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'))

/** Throws a sentence when it is not what a domain can have. */
export const checkContacts = (contacts: DomainContacts): DomainContacts => {
  const { dnsTxt, whois, constructed = true, ...rest } = contacts
  const fits = isStrings(dnsTxt) && isStrings(whois) && typeof constructed === 'boolean'
  if (fits && Object.keys(rest).length === 0) return contacts
  throw new TypeError('A domain has { dnsTxt?: [addresses], whois?: [addresses], constructed?: boolean }.')
}

const completeAccount = (account: SeedAccount): Account => ({
  label: account.loginName,
  locked: false,
  failedLogins: 0,
  deniedEndpoints: [],
  ...structuredClone(account),
})

export const completeOrder = (seedOrder: SeedOrder, now: Date): Order => {
  const order: SeedOrder = { ...structuredClone(seedOrder) }
  order.domains ??= []
  order.story ??= ''
  const addresses = order.dcv?.addresses ?? []
  if (order.dcv && Array.isArray(addresses)) {
    order.dcv = { ...order.dcv, addresses: addresses.map((entry) => completeAddress(entry, now)) }
  }
  checkOrder(order)
  return order as Order
}

const completeAddress = (entry: SeedDcvAddress, now: Date): DcvAddress => {
  if (typeof entry === 'string') return { address: entry, listedAt: 'now' }
  const { address, listedHoursAgo, listedAt = null } = entry ?? {}
  if (listedHoursAgo === undefined) return { address, listedAt }
  return { address, listedAt: new Date(now.getTime() - listedHoursAgo * 3_600_000).toISOString() }
}

const misbehavingOrder = ({ orderNumber, story, ...fault }: MisbehavingOrder): Order => {
  const domain = `order-${orderNumber}.example`
  return {
    orderNumber,
    account: '*',
    product: 'Any product',
    organisation: 'Crossed Wires Ltd',
    domains: [domain],
    story,
    callback: {
      state: 'open',
      method: 'phone',
      phoneNumber: '+44 20 7946 0900',
      emailAddress: `callback@${domain}`,
    },
    clickThrough: { state: 'open', adminEmailAddress: `admin@${domain}` },
    dcv: {
      state: 'open',
      lastAddress: `admin@${domain}`,
      addresses: ['admin', 'hostmaster'].map((name) => ({ address: `${name}@${domain}`, listedAt: 'now' })),
    },
    smime: {
      invitation: 'open',
      verification: 'open',
      collection: 'open',
      agreement: 'accepted',
      openActions: [],
      contact: `person@${domain}`,
      addresses: [`person@${domain}`],
    },
    fault,
  }
}
