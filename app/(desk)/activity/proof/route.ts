import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { currentPerson } from '#lib/auth/session.ts'
import { proveHistory } from '#lib/desk/prove-history.ts'

/** Proves the chain and says what was found. POST, because it costs the server a reading of the whole history. */
export async function POST() {
  if (!(await isSameOrigin())) return Response.json({ message: 'Not from here.' }, { status: 403 })
  const person = await currentPerson()
  if (person === null) return Response.json({ message: 'You are signed out.' }, { status: 401 })
  return Response.json(await proveHistory(person), { headers: { 'cache-control': 'no-store' } })
}
