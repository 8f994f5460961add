import { operationAbout } from '#lib/ca/catalogue.ts'
import type { LabelledEvent } from '#lib/store/activity.ts'
import { callingHoursSchema } from '#lib/time/calling-hours.ts'
import { speakHours } from '#lib/time/within-hours.ts'

type NameOf = (id: string) => string | undefined

/**
 * Of whom or what an event tells, and what was changed from what to what: "Max Okafor: agent → manager". Null where its words say it all.
 * `nameOf` knows people by their ids.
 */
export function eventDetail(
  event: Pick<LabelledEvent, 'kind' | 'body' | 'actor_id'>,
  nameOf: NameOf,
): string | null {
  const body = JSON.parse(event.body) as Record<string, unknown>
  const subject = subjectOf(event, body, nameOf)
  const change = 'after' in body ? changeOf(event.kind, body, nameOf) : null
  const role = typeof body['role'] === 'string' ? body['role'] : null
  return [subject, change ?? role].filter((part) => part !== null).join(': ') || null
}

/** The person, but for what somebody did to themselves; else the token, the template or the domain. */
function subjectOf(
  { kind, actor_id }: Pick<LabelledEvent, 'kind' | 'actor_id'>,
  body: Readonly<Record<string, unknown>>,
  nameOf: NameOf,
): string | null {
  const { person, name, domain } = body
  if (typeof person === 'string' && person !== actor_id) return nameOf(person) ?? null
  if (/^(token|template)\./.test(kind) && typeof name === 'string') return name
  return typeof domain === 'string' ? domain : null
}

function changeOf(
  kind: string,
  { before, after }: Readonly<Record<string, unknown>>,
  nameOf: NameOf,
): string | null {
  const isAccess = kind === 'account.restricted'
  const show = (value: unknown): string => {
    if (value == null) return isAccess ? 'everybody' : 'not set'
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    if (Array.isArray(value)) return value.map(show).join(', ') || (isAccess ? 'nobody' : 'none')
    return nameOf(String(value)) ?? String(value)
  }
  if (kind === 'setting.changed') return `${hoursOf(before)} → ${hoursOf(after)}`
  const [from, to] = [leavesOf(before), leavesOf(after)]
  const changes = [...new Set([...from.keys(), ...to.keys()])].flatMap((path) => {
    const [old, now] = [show(from.get(path)), show(to.get(path))]
    return old === now ? [] : [`${path === '' ? '' : `${path}: `}${old} → ${now}`]
  })
  return changes.join('; ') || null
}

/** Single values by their names in words; a value that is no record has the empty name. */
function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map([[path, value]])
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => {
      const word = fieldWords[key as keyof typeof fieldWords] ?? operationAbout(key)?.title ?? key
      return [...leavesOf(inner, path === '' ? word : `${path}, ${word}`)]
    }),
  )
}

/** Calling hours are one sentence, as everywhere. */
function hoursOf(value: unknown): string {
  const hours = callingHoursSchema.safeParse(value)
  return hours.success ? speakHours(hours.data) : 'not set'
}

const fieldWords = {
  label: 'label',
  loginName: 'login name',
  baseUrl: 'base URL',
  coolDowns: 'cool-down in minutes',
  secondPerson: 'contact changes wait for a second person',
  approvalHours: 'hours they wait',
  secondFactorRoles: 'roles that need a second factor',
  sessionIdleMinutes: 'minutes without doing anything',
  sessionMinutes: 'minutes of a session',
} as const
