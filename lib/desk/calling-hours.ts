import 'server-only'
import { mayDo } from '#lib/auth/security-log.ts'
import { appendEvent } from '#lib/store/events.ts'
import { readSetting, saveSetting } from '#lib/store/settings.ts'
import type { Store } from '#lib/store/open.ts'
import { alwaysCalling, callingHoursSchema, type CallingHours } from '#lib/time/calling-hours.ts'
import type { Desk } from './desk.ts'
import type { Actor, FieldError } from './receipt.ts'
import { isStillAllowed } from './still-allowed.ts'

const name = 'calling-hours'

/** When calls may be booked, as an administrator set it: every day, the whole day, as long as nobody has. The CA's documents name none. */
export async function readCallingHours(db: Store['db']): Promise<CallingHours> {
  return hoursFrom(await readSetting(db, name))
}

/** What was saved before this version, or by hand, and cannot be read any more counts as not set. */
function hoursFrom(saved: unknown): CallingHours {
  const read = callingHoursSchema.safeParse(saved)
  return read.success ? read.data : alwaysCalling
}

export type SetCallingHours =
  | { readonly ok: true; readonly hours: CallingHours }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

export interface WantedCallingHours {
  /** `program` is the operator’s command line, which asks nobody for access. */
  readonly actor: Actor | (Omit<Actor, 'kind'> & { readonly kind: 'program' })
  /** Checked here; anything may be given. */
  readonly hours: unknown
}

/**
 * Sets for everybody when calls may be booked; a time outside is warned about and never refused. Errors are fields: `zone`, `days`, `from`,
 * `until`, and `hours` for what concerns none of them.
 */
export async function setCallingHours(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  { actor, hours: wanted }: WantedCallingHours,
): Promise<SetCallingHours> {
  const failed = (field: string, message: string): SetCallingHours => ({
    ok: false,
    errors: [{ field, message }],
  })
  if (!mayDo(actor, 'administrator', 'set the calling hours'))
    return failed('hours', 'Only an administrator may set the calling hours.')
  const read = callingHoursSchema.safeParse(wanted)
  if (!read.success) return { ok: false, errors: read.error.issues.map(fieldError) }
  return store.write(async (tx): Promise<SetCallingHours> => {
    if (actor.kind !== 'program' && !(await isStillAllowed(tx, actor)))
      return failed('hours', 'Your access was ended.')
    const saved = await readSetting(tx, name)
    const before = hoursFrom(saved)
    if (saved !== undefined && JSON.stringify(before) === JSON.stringify(read.data))
      return failed('hours', 'Nothing would change.')
    const at = now()
    await saveSetting(tx, { name, value: read.data, at })
    await appendEvent(tx, {
      at,
      kind: 'setting.changed',
      actor,
      body: { name, before: saved === undefined ? null : before, after: read.data },
    })
    return { ok: true, hours: read.data }
  })
}

function fieldError({ path, message }: { path: readonly PropertyKey[]; message: string }): FieldError {
  return { field: String(path[0] ?? 'hours'), message }
}
