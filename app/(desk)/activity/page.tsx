import type { Metadata } from 'next'
import { ActivityScreen } from '#components/activity/activity-screen.tsx'
import { activityQuery, readActivityFilter } from '#lib/desk/activity-filter.ts'
import { readActivity } from '#lib/desk/read-activity.ts'
import { requirePerson } from '#lib/desk/require-person.ts'

export const metadata: Metadata = { title: 'Activity' }

export default async function ActivityPage({ searchParams }: PageProps<'/activity'>) {
  const asked = readActivityFilter(await searchParams)
  const person = await requirePerson(`/activity${activityQuery(asked.values, asked.place)}`)
  return <ActivityScreen asked={asked} view={await readActivity(person, asked)} />
}
