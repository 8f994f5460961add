import { currentPerson } from '#lib/auth/session.ts'
import { desk } from '#lib/desk/desk.ts'
import { findAnything } from '#lib/desk/find-anything.ts'

const headers = { 'cache-control': 'no-store' }

/** What the palette lists beside what the browser knows by itself: orders and attempts. */
export async function GET(request: Request) {
  const person = await currentPerson()
  if (person === null) return Response.json({ message: 'You are signed out.' }, { status: 401, headers })
  const query = new URL(request.url).searchParams
  const sought = { order: query.get('order') ?? '', words: query.get('words') ?? '' }
  return Response.json(await findAnything(await desk(), person, sought), { headers })
}
