import 'server-only'
import { z } from 'zod/mini'
import type { SettingsState } from '#components/settings/settings-state.ts'
import type { Typed } from '#components/ui/form-state.ts'
import { clientAddress } from '#lib/auth/client-address.ts'
import { proveFresh } from '#lib/auth/fresh-proof.ts'
import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { logForged, mayDo } from '#lib/auth/security-log.ts'
import { currentPerson, type SignedInPerson } from '#lib/auth/session.ts'
import type { FieldError } from '#lib/desk/receipt.ts'
import { log } from '#lib/log.ts'

export type Answer = Pick<SettingsState, 'ok' | 'errors' | 'message' | 'once' | 'asks'>
type Work<T> = (person: SignedInPerson, given: T) => Promise<Answer>

/** Fields of a form by name; a name that ends in `[]` is a list. Fields that hold a secret are never answered back. */
const secrets = new Set(['password', 'proof'])

/**
 * Does a change of the settings for the administrator who is signed in: asks where it comes from, who it is and what they may, and reads
 * the form. Everything that is expected to fail is an answer.
 */
export async function asPerson<T>(
  form: FormData,
  schema: z.ZodMiniType<T>,
  work: Work<T>,
): Promise<SettingsState> {
  const given = fieldsOf(form)
  const typed = Object.fromEntries(Object.entries(given).filter(([name]) => !secrets.has(name))) as Typed
  return { ...(await answerTo(given, schema, work)), typed }
}

/**
 * The same for what lets somebody in, lets them do more, or ends the demand of a second factor or a second person: the administrator shows
 * first that it is they, unless they did a short while ago. Fields of its own: `proof`.
 */
export async function asProvenPerson<T>(
  form: FormData,
  schema: z.ZodMiniType<T>,
  work: Work<T>,
): Promise<SettingsState> {
  return asPerson(form, schema, async (person, given) => {
    const proof = form.get('proof')
    const asked = { proof: typeof proof === 'string' ? proof : '', address: await clientAddress() }
    const proved = await proveFresh(asked, person)
    return proved.ok ? work(person, given) : { ...refused(proved.errors), asks: proved.asks }
  })
}

async function answerTo<T>(
  given: Readonly<Record<string, string | string[]>>,
  schema: z.ZodMiniType<T>,
  work: Work<T>,
): Promise<Answer> {
  try {
    if (!(await isSameOrigin())) return failed('form', 'Another page sent this. Nothing was changed.')
    const person = await currentPerson()
    if (person === null)
      return failed(
        'form',
        'You are signed out. Nothing was changed. Sign in in another tab, then try again.',
      )
    if (!mayDo(person, 'administrator', 'change the settings'))
      return failed('form', 'Only an administrator may change the settings. Nothing was changed.')
    const read = schema.safeParse(given)
    if (!read.success) {
      const forged = read.error.issues.filter(({ code }) => forgedCodes.has(code))
      if (forged.length > 0) logForged(person, 'the settings', forged)
      return refused(read.error.issues.map(fieldError))
    }
    return await work(person, read.data)
  } catch (error) {
    log.error({ err: error }, 'a setting could not be written')
    return failed('form', 'The change could not be written just now. Try again in a minute.')
  }
}

/** Only text is read, and a name that is not a list's counts once. */
function fieldsOf(form: FormData): Record<string, string | string[]> {
  const texts = [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const names = new Set(texts.map(([name]) => name).filter((name) => !name.startsWith('$')))
  return Object.fromEntries(
    [...names].map((name) => {
      const all = texts.filter(([one]) => one === name).map(([, value]) => value)
      return name.endsWith('[]') ? [name.slice(0, -2), all] : [name, all[0] ?? '']
    }),
  )
}

export function done(message: string, once: SettingsState['once'] = null): Answer {
  return { ok: true, errors: [], message, once, asks: null }
}

export function refused(errors: readonly FieldError[]): Answer {
  return { ok: false, errors, message: null, once: null, asks: null }
}

const failed = (field: string, message: string) => refused([{ field, message }])

function fieldError({ path, message }: { path: readonly PropertyKey[]; message: string }): FieldError {
  return { field: String(path[0] ?? 'form'), message }
}

/** What people type can be empty or too long. What they choose from, and what stands in a form unseen, only somebody else can get wrong. */
const forgedCodes = new Set<string>(['custom', 'invalid_type', 'invalid_value'])

/** What several forms ask for. */
// oxlint-disable-next-line no-underscore-dangle -- the package's own name for it
const orElse = z._default
export const text = orElse(z.string().check(z.maxLength(2000, 'Shorten this.')), '')
/** A field that may not be left empty; what is wrong with it otherwise, the use case says. */
export const filled = (message: string) =>
  orElse(z.string().check(z.maxLength(2000, 'Shorten this.'), z.regex(/\S/, message)), '')
export const texts = orElse(z.array(z.string().check(z.maxLength(200))), [])
export const id = z
  .string('Choose one.')
  .check(z.refine((text) => /^[\w-]{1,64}$/.test(text), 'There is no such entry.'))
export const oneOf = <const Choice extends readonly string[]>(choices: Choice, message: string) =>
  z.enum(choices as unknown as [Choice[number], ...Choice[number][]], message)
