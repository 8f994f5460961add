// The simulator's memory and the set of calls to look at it and to steer it. The server, the control interface and the page all
// go through this one object.
import { patchFor, type AdvanceStep } from './advance-order.ts'
import { checkAnswer, checkFault } from './faults.ts'
import { createJournal, type Journal } from './journal.ts'
import { patchOrder } from './patch-order.ts'
import { messagesOf } from './push/push-events.ts'
import { createPushBook, type PushBook } from './push/pushes.ts'
import { readControls, type ReadControls } from './read-controls.ts'
import { changeRules, type Rules } from './rules.ts'
import { createWorld, type Seed } from './seed.ts'
import { createReadBook, type ReadBook } from './status/reads.ts'
import type {
  Account,
  AnswerSpec,
  BookedCall,
  FaultSpec,
  Order,
  OrderPatch,
  OutboxMail,
  RecordedRequest,
  SetAnswer,
  SetFault,
  StaffNote,
  World,
} from './types.ts'

/** What tests and the control interface share. Everything handed out is a copy. */
export type Controls = ReadControls & {
  requests: () => RecordedRequest[]
  clearRequests: () => void
  outbox: () => OutboxMail[]
  calls: () => BookedCall[]
  notes: () => StaffNote[]
  orders: () => Order[]
  order: (orderNumber: string) => Order | undefined
  /** Merges into the order; null takes a part away. An unknown number with an `account` makes a new order. */
  setOrder: (orderNumber: string, patch: OrderPatch) => Order
  /** One step forward, as the customer or the CA's staff would bring it about. */
  advance: (orderNumber: string, step: AdvanceStep) => Order
  accounts: () => Omit<Account, 'password'>[]
  setAccount: (loginName: string, patch: Partial<Account>) => void
  rules: () => Rules
  setRules: (patch: Partial<Rules>) => Rules
  faults: () => SetFault[]
  setFault: (fault: FaultSpec) => number
  /** All of them, or those of one order. An order's own fault (seed, setOrder) stays. */
  clearFaults: (orderNumber?: string) => void
  answers: () => SetAnswer[]
  setAnswer: (answer: AnswerSpec) => number
  clearAnswers: () => void
  /** Back to the seed: orders, accounts, rules, lists, faults, answers and requests. Where pushes go stays. */
  reset: () => void
}

export type Memory = {
  world: World
  faults: SetFault[]
  answers: SetAnswer[]
  journal: Journal
  reads: ReadBook
  pushes: PushBook
  now: () => Date
}

export const createMemory = (seed: Seed, now: () => Date): Memory => {
  const memory: Memory = {
    world: createWorld(seed, now()),
    faults: [],
    answers: [],
    journal: createJournal(),
    reads: createReadBook(),
    pushes: createPushBook(() => memory.world.rules, now),
    now,
  }
  return memory
}

export const createControls = (memory: Memory, seed: Seed): Controls => {
  let nextId = 1
  const setOrder: Controls['setOrder'] = (orderNumber, patch) => {
    const before = memory.world.orders.get(orderNumber)
    const after = patchOrder(memory.world, orderNumber, patch, memory.now())
    for (const message of messagesOf(before, after, memory.world.rules)) {
      memory.pushes.happened(after, message)
    }
    return structuredClone(after)
  }
  return {
    ...readControls(memory),
    requests: () => structuredClone(memory.journal.list()),
    clearRequests: () => memory.journal.clear(),
    outbox: () => structuredClone(memory.world.outbox),
    calls: () => structuredClone(memory.world.calls),
    notes: () => structuredClone(memory.world.notes),
    orders: () => structuredClone([...memory.world.orders.values()]),
    order: (orderNumber) => structuredClone(memory.world.orders.get(orderNumber)),
    setOrder,
    advance: (orderNumber, step) => {
      const order = memory.world.orders.get(orderNumber)
      if (!order) throw new TypeError(`There is no order ${orderNumber}.`)
      return setOrder(orderNumber, patchFor(order, step, memory.world.rules))
    },
    accounts: () => [...memory.world.accounts.values()].map(withoutPassword),
    setAccount: (loginName, patch) => {
      const account = memory.world.accounts.get(loginName)
      if (!account) throw new TypeError(`There is no account "${loginName}".`)
      Object.assign(account, structuredClone(patch), { loginName })
    },
    rules: () => structuredClone(memory.world.rules),
    setRules: (patch) => {
      memory.world.rules = changeRules(memory.world.rules, patch)
      return structuredClone(memory.world.rules)
    },
    faults: () => structuredClone(memory.faults),
    setFault: (fault) => {
      memory.faults.push({ ...checkFault(fault), id: nextId })
      return nextId++
    },
    clearFaults: (orderNumber) => {
      memory.faults = memory.faults.filter(
        (fault) => orderNumber !== undefined && fault.orderNumber !== orderNumber,
      )
    },
    answers: () => structuredClone(memory.answers),
    setAnswer: (answer) => {
      memory.answers.push({ ...checkAnswer(answer), id: nextId })
      return nextId++
    },
    clearAnswers: () => {
      memory.answers = []
    },
    reset: () => {
      memory.world = createWorld(seed, memory.now())
      memory.faults = []
      memory.answers = []
      memory.journal.clear()
      memory.reads.clear()
      memory.pushes.clearLog()
    },
  }
}

const withoutPassword = (account: Account): Omit<Account, 'password'> => {
  const copy: Partial<Account> = structuredClone(account)
  delete copy.password
  return copy as Omit<Account, 'password'>
}
