// Counts the reads that the documents limit: "do not make multiple concurrent calls", and "no more often than once every 3 hours"
// (section 6.1).
import type { StatusRead } from '../order-state.ts'

export type ReadBook = {
  begin: (
    read: Pick<StatusRead, 'endpoint' | 'loginName' | 'orderNumber'>,
    at: Date,
    hours: number,
  ) => StatusRead
  /** When the answer is out, or the client is gone. */
  end: (read: StatusRead) => void
  list: () => StatusRead[]
  clear: () => void
}

const limit = 10_000

export const createReadBook = (): ReadBook => {
  let reads: StatusRead[] = []
  let nextId = 1
  const unanswered = new Set<StatusRead>()
  const isTooSoon = (orderNumber: string, at: Date, hours: number): boolean => {
    const last = reads.findLast((read) => read.orderNumber === orderNumber && read.counted)
    return last !== undefined && at.getTime() - Date.parse(last.at) < hours * 3_600_000
  }
  return {
    begin: ({ endpoint, loginName, orderNumber }, at, hours) => {
      const violations: StatusRead['violations'] = []
      if ([...unanswered].some((other) => other.loginName === loginName)) violations.push('concurrent')
      if (orderNumber !== '' && isTooSoon(orderNumber, at, hours)) violations.push('too-soon')
      const read: StatusRead = {
        id: nextId++,
        at: at.toISOString(),
        endpoint,
        loginName,
        orderNumber,
        violations,
        counted: false,
      }
      reads.push(read)
      unanswered.add(read)
      if (reads.length > limit + 500) reads = reads.slice(-limit)
      return read
    },
    end: (read) => {
      unanswered.delete(read)
    },
    list: () => reads.slice(-limit),
    clear: () => {
      reads = []
    },
  }
}
