import { operationIds } from '#lib/ca/operation.ts'

/** Who and what a seeded history is about. The same in every one, so that a measurement can name them. */
export interface SeededAccount {
  readonly id: string
  readonly label: string
  /** Of a hundred attempts by somebody who works with all of them. */
  readonly share: number
}

export interface SeededActor {
  readonly kind: 'person' | 'token'
  readonly id: string
  readonly name: string
  readonly share: number
  /** Places in `accounts`: nobody works with all of them. */
  readonly accounts: readonly number[]
  /** When they worked here, as shares of the whole time. */
  readonly from: number
  readonly until: number
}

const idOf = (kind: number, number: number) =>
  `5eed000${kind}-0000-4000-8000-${String(number).padStart(12, '0')}`

export const accounts: readonly SeededAccount[] = [
  { label: 'Seeded Europe', share: 50 },
  { label: 'Seeded Americas', share: 25 },
  { label: 'Seeded Asia', share: 15 },
  { label: 'Seeded Resellers', share: 8 },
  { label: 'Seeded Trials', share: 2 },
].map((account, place) => ({ ...account, id: idOf(1, place + 1) }))

const worksWith = [[0], [0, 1, 2], [1, 2, 3, 4]] as const

/** Thirty-one people and nine tokens: the first do much, the last little, and some have come late or left early. */
export const actors: readonly SeededActor[] = Array.from({ length: 40 }, (_, place) => {
  const isToken = place % 5 === 4 && place < 39
  const number = String(place + 1).padStart(2, '0')
  return {
    kind: isToken ? 'token' : 'person',
    id: idOf(isToken ? 3 : 2, place + 1),
    name: isToken ? `seeded robot ${number}` : `Seeded Person ${number}`,
    share: 100 / (place + 3),
    accounts: worksWith[place % 3] ?? [0],
    from: place % 7 === 5 ? 0.5 : 0,
    until: place % 7 === 3 ? 0.25 : 1,
  }
})

/** Does three things in all, however long the history is. */
export const rareActor = actors[39] as SeededActor

/** Asked for once. */
export const rareOperation = 'resend-smime-invitation-email'

/** What is asked for again and again, the first most often. */
export const commonOperations = operationIds.filter((id) => id !== rareOperation)

/** In the very first row, and never again. */
export const firstOrder = '39999999'

/** Orders that come back through all the years: some thousand events each in a million. */
export const busyOrders = ['39000001', '39000002', '39000003', '39000004', '39000005', '39000006'] as const

/** The ticket that collected whatever was done about the first busy order. */
export const busyTicket = 'SUP-1'
