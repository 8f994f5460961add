import 'server-only'
import { getIronSession, unsealData, type SessionOptions } from 'iron-session'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import { readSession, type SignedInPerson } from './read-session.ts'
import { signOut } from './sign-in.ts'

export type { SignedInPerson } from './read-session.ts'

/** The signed-in person of this request, or null. Asked of the store once per request; writes no cookie. */
export const currentPerson = cache(async (): Promise<SignedInPerson | null> => {
  const cookie = (await cookies()).get(options().cookieName)
  if (cookie === undefined) return null
  const id = await unsealId(cookie.value)
  return id === null ? null : readSession(id)
})

/**
 * Gives the browser the session's id, sealed, and ends the session that it had before. Only at sign-in: an action that sets a cookie makes
 * Next render the page anew.
 */
export async function startSession(id: string): Promise<void> {
  const session = await getIronSession<{ id?: string }>(await cookies(), options())
  if (session.id !== undefined && session.id !== id) await signOut(session.id)
  session.id = id
  await session.save()
}

/** Keeps the id of an open challenge between the password and the second factor, sealed, for ten minutes. */
export async function startStep(challenge: string): Promise<void> {
  const step = await getIronSession<{ challenge: string }>(await cookies(), stepOptions())
  step.challenge = challenge
  await step.save()
}

/** The challenge that this browser is to answer, or null. */
export async function currentStep(): Promise<string | null> {
  const step = await getIronSession<{ challenge?: string }>(await cookies(), stepOptions())
  return step.challenge ?? null
}

export async function endStep(): Promise<void> {
  const step = await getIronSession<{ challenge?: string }>(await cookies(), stepOptions())
  step.destroy()
}

/** Takes the cookie away. The session itself is ended by `signOut`. */
export async function endSession(): Promise<void> {
  const session = await getIronSession<{ id: string }>(await cookies(), options())
  session.destroy()
}

function options(): SessionOptions {
  const { PUBLIC_URL, SESSION_SECRET, SESSION_HOURS } = env()
  const secure = PUBLIC_URL.startsWith('https:')
  return {
    cookieName: secure ? '__Host-unstuck' : 'unstuck',
    password: SESSION_SECRET,
    ttl: SESSION_HOURS * 3600,
    cookieOptions: { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: undefined },
  }
}

function stepOptions(): SessionOptions {
  const { cookieName, ...rest } = options()
  return { ...rest, cookieName: `${cookieName}-step`, ttl: 600 }
}

const content = z.object({ id: z.string().min(40) })

/**
 * Cookie values and their ids, the newest last. Unsealing costs more processor time than the rest of a request. How long a session
 * lasts is judged by the store, so an entry may stay.
 */
const unsealed = new Map<string, string>()
const mostUnsealed = 2000

async function unsealId(value: string): Promise<string | null> {
  const known = unsealed.get(value)
  if (known !== undefined) {
    unsealed.delete(value)
    unsealed.set(value, known)
    return known
  }
  const { password, ttl } = options()
  const parsed = content.safeParse(await unsealData(value, { password, ttl }))
  if (!parsed.success) return null
  unsealed.set(value, parsed.data.id)
  const [oldest] = unsealed.keys()
  if (unsealed.size > mostUnsealed && oldest !== undefined) unsealed.delete(oldest)
  return parsed.data.id
}
