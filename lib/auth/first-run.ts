import 'server-only'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { clock } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import { appendEvent } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import { hasPeople } from '#lib/store/people.ts'
import { deleteSetting, readSetting, saveSetting } from '#lib/store/settings.ts'
import { failed, type Changed } from './changed.ts'
import { checkPassword } from './check-password.ts'
import { insertNewPerson, readNewPerson } from './new-person.ts'
import { hashPassword } from './password.ts'
import { logSecurity } from './security-log.ts'

const name = 'first-run'
const kept = z.object({ code: z.string() })
const program = { kind: 'program', id: 'first-run', name: 'First run' } as const

/** Whether nobody was ever added: only then is there a first-run page. */
export async function isFirstRun(): Promise<boolean> {
  return !(await hasPeople((await store()).db))
}

/**
 * The address of the first-run page with its code, for whoever reads the server's output; null once there are people. The code keeps a
 * stranger who finds the page first from becoming the administrator. It is the same on every server and after every start.
 */
export async function firstRunAddress(): Promise<string | null> {
  const { write } = await store()
  return write(async (tx) => {
    if (await hasPeople(tx)) return null
    const known = kept.safeParse(await readSetting(tx, name))
    const code = known.success ? known.data.code : randomBytes(18).toString('base64url')
    if (!known.success) await saveSetting(tx, { name, value: { code }, at: clock.now() })
    return `${env().PUBLIC_URL}/first-run?code=${code}`
  })
}

/** Adds the first administrator, once: of two who try in the same moment, one. Errors: `code`, `email`, `name`, `password`, `form`. */
export async function addFirstAdministrator(given: {
  code: string
  email: string
  name: string
  password: string
}): Promise<Changed<{ email: string }>> {
  const read = readNewPerson(given)
  if (!read.ok) return read
  const { ok: _, ...person } = read
  const checked = checkPassword(given.password, person)
  if (!checked.ok) return failed('password', checked.message)
  const { db, write } = await store()
  if (!isSame(given.code, await readSetting(db, name))) {
    logSecurity('the code of the first run was wrong', {})
    return failed(
      'code',
      'The code is wrong. It stands in the address that the server printed when it started.',
    )
  }
  const passwordHash = await hashPassword(given.password)
  return write(async (tx) => {
    if ((await hasPeople(tx)) || !isSame(given.code, await readSetting(tx, name)))
      return failed('form', 'There is an administrator already. Sign in, or ask them to invite you.')
    const at = clock.now()
    const role = 'administrator'
    const id = await insertNewPerson(tx, { ...person, role, passwordHash, at })
    await deleteSetting(tx, name)
    const body = { person: id, role }
    await appendEvent(tx, { at, kind: 'person.added', actor: program, body, personal: person })
    return { ok: true, email: person.email }
  })
}

function isSame(code: string, setting: unknown): boolean {
  const known = kept.safeParse(setting)
  if (!known.success) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(code), digest(known.data.code))
}
