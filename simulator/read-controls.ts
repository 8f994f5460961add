// The calls to look at the read side and the push, and to steer them.
import type { PushBook, PushWish } from './push/pushes.ts'
import { checkContacts } from './seed.ts'
import type { ReadBook } from './status/reads.ts'
import type { DomainContacts, PushFormat, PushTarget, SentPush, StatusRead, World } from './types.ts'

export type ReadControls = {
  /** Every CollectSSL that arrived, with the limits it broke. */
  reads: () => StatusRead[]
  readViolations: () => Record<StatusRead['violations'][number], number>
  clearReads: () => void
  domains: () => Record<string, DomainContacts>
  /** What GetDCVEmailAddressList finds for a name, beside the constructed addresses. */
  setDomain: (domain: string, contacts: DomainContacts) => void
  pushTargets: () => PushTarget[]
  setPush: (target: { account: string; url: string; format?: PushFormat }) => PushTarget
  clearPush: (account?: string) => void
  sendPush: (wish: PushWish) => Promise<SentPush>
  pushLog: () => SentPush[]
  clearPushLog: () => void
  /** When no push is waiting any more. */
  pushesSettled: () => Promise<void>
}

type Books = { world: World; reads: ReadBook; pushes: PushBook }

export const readControls = (memory: Books): ReadControls => ({
  reads: () => structuredClone(memory.reads.list()),
  readViolations: () => {
    const all = memory.reads.list().flatMap((read) => read.violations)
    const count = (kind: string): number => all.filter((violation) => violation === kind).length
    return { concurrent: count('concurrent'), 'too-soon': count('too-soon') }
  },
  clearReads: () => memory.reads.clear(),
  domains: () => structuredClone(Object.fromEntries(memory.world.domains)),
  setDomain: (domain, contacts) => {
    memory.world.domains.set(domain.toLowerCase(), checkContacts(structuredClone(contacts)))
  },
  pushTargets: () => structuredClone(memory.pushes.targets()),
  setPush: (target) => {
    if (!memory.world.accounts.has(target.account))
      throw new TypeError(`There is no account "${target.account}".`)
    return structuredClone(memory.pushes.setTarget(target))
  },
  clearPush: (account) => memory.pushes.clearTargets(account),
  sendPush: async (wish) => {
    const order = memory.world.orders.get(wish.parameters['orderNumber'] ?? '')
    return structuredClone(await memory.pushes.send(wish, order))
  },
  pushLog: () => structuredClone(memory.pushes.log()),
  clearPushLog: () => memory.pushes.clearLog(),
  pushesSettled: () => memory.pushes.settled(),
})
