import { isOperationId } from '#lib/ca/catalogue.ts'
import { outcomeKinds } from '#lib/ca/outcome.ts'
import type { EventFilter, EventPlace } from '#lib/store/activity.ts'

/** The activity screen's filter as it stands in the URL, so that a view can be sent to somebody. Days are in UTC. */
export const filterNames = [
  'person',
  'order',
  'ticket',
  'operation',
  'outcome',
  'account',
  'from',
  'to',
] as const
export type FilterName = (typeof filterNames)[number]
export type FilterValues = Readonly<Record<FilterName, string>>

type Query = Readonly<Record<string, string | string[] | undefined>>

export interface ReadFilter {
  /** As typed, for the form. */
  readonly values: FilterValues
  readonly filter: EventFilter
  readonly place: EventPlace
  readonly errors: readonly { readonly field: FilterName; readonly message: string }[]
}

/** Reads the filter from a page's query. What cannot be used is named in `errors` and left out. */
export function readActivityFilter(query: Query): ReadFilter {
  const values = Object.fromEntries(filterNames.map((name) => [name, first(query[name])])) as FilterValues
  const errors: { field: FilterName; message: string }[] = []
  const day = (field: 'from' | 'to', extra: number) => {
    if (values[field] === '') return undefined
    const time = Date.parse(`${values[field]}T00:00:00Z`)
    // The round trip tells a day that no month has, such as 2026-02-31, from a real one.
    if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(values[field])) return time + extra
    errors.push({ field, message: 'Enter a day as year-month-day, such as 2026-11-21.' })
    return undefined
  }
  const known = (field: 'operation' | 'outcome', isKnown: (value: string) => boolean) => {
    if (values[field] === '') return undefined
    if (isKnown(values[field])) return values[field]
    errors.push({ field, message: `There is no such ${field}.` })
    return undefined
  }
  const from = day('from', 0)
  const until = day('to', 86_400_000)
  if (from !== undefined && until !== undefined && from >= until) {
    errors.push({ field: 'to', message: 'The last day lies before the first one.' })
  }
  return {
    values,
    filter: {
      ...given('actor', values.person),
      ...given('order', values.order),
      ...given('ticket', values.ticket),
      ...given('account', values.account),
      ...given('operation', known('operation', isOperationId)),
      ...given(
        'outcome',
        known('outcome', (value) => outcomeKinds.some((kind) => kind === value)),
      ),
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    },
    place: placeOf(query),
    errors,
  }
}

/** The same filter at another place, or none, as the query of a link. */
export function activityQuery(values: FilterValues, place: EventPlace = null): string {
  const query = new URLSearchParams(
    filterNames.flatMap((name) => (values[name] === '' ? [] : [[name, values[name]]])),
  )
  if (place !== null) {
    if ('before' in place) query.set('before', String(place.before))
    else query.set('after', String(place.after))
  }
  return query.size === 0 ? '' : `?${query}`
}

function placeOf(query: Query): EventPlace {
  const before = first(query['before'])
  const after = first(query['after'])
  if (/^\d{1,15}$/.test(before)) return { before: Number(before) }
  return /^\d{1,15}$/.test(after) ? { after: Number(after) } : null
}

const first = (value: string | string[] | undefined) =>
  ([value].flat()[0] ?? '').replaceAll('\0', '').trim().slice(0, 200)

const given = <Name extends string>(name: Name, value: string | undefined) =>
  value === undefined || value === '' ? {} : ({ [name]: value } as Record<Name, string>)
