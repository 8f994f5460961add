import 'server-only'
import type { Role } from '#lib/desk/receipt.ts'
import { store } from '#lib/store/open.ts'
import { findPerson } from '#lib/store/people.ts'
import { signsInHere } from './own-proof.ts'
import { ownSessions, type OwnSession } from './own-sessions.ts'
import { isSecondFactorRequired, secondFactorsOf, type SecondFactors } from './second-factor.ts'

/** What people see of themselves. */
export interface OwnView {
  readonly name: string
  readonly email: string
  readonly role: Role
  /** False for whoever comes by single sign-on alone: then there is nothing to change here but sessions. */
  readonly signsInHere: boolean
  readonly factors: SecondFactors
  readonly isFactorRequired: boolean
  readonly sessions: readonly OwnSession[]
}

interface Reader {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly sessionId?: string
}

export async function readOwnView(reader: Reader): Promise<OwnView> {
  const { db } = await store()
  const { id, name, email, role, sessionId = '' } = reader
  const [row, factors, sessions] = await Promise.all([
    findPerson(db, id),
    secondFactorsOf(db, id),
    ownSessions({ id, sessionId }),
  ])
  return {
    name,
    email,
    role,
    signsInHere: row !== null && signsInHere(row),
    factors,
    isFactorRequired: row !== null && (await isSecondFactorRequired(db, row)),
    sessions,
  }
}
