import 'server-only'
import { redirect } from 'next/navigation'
import { currentPerson } from '#lib/auth/session.ts'
import type { Actor } from './receipt.ts'

export type SignedIn = Actor & { readonly email: string }

/** The signed-in person, or a redirect to the sign-in page that comes back to `path`. First line of every page of the desk. */
export async function requirePerson(path: string): Promise<SignedIn> {
  const person = await currentPerson()
  if (person === null) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return person
}
