import type { Metadata } from 'next'
import { first } from '#components/order/page-query.ts'
import { AdministratorsOnly } from '#components/settings/administrators-only.tsx'
import { PeopleScreen } from '#components/settings/people-screen.tsx'
import { desk } from '#lib/desk/desk.ts'
import { readPeopleSettings } from '#lib/desk/read-settings-people.ts'
import { administratorNames } from '#lib/desk/read-settings.ts'
import { requirePerson } from '#lib/desk/require-person.ts'
import { invitePersonAction } from './actions.ts'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage({ searchParams }: PageProps<'/settings/people'>) {
  const q = first(await searchParams, 'q').slice(0, 100)
  const path = q === '' ? '/settings/people' : `/settings/people?${new URLSearchParams({ q })}`
  const person = await requirePerson(path)
  const view = await readPeopleSettings(await desk(), person, q)
  if (view === 'forbidden') return <AdministratorsOnly names={await administratorNames(await desk())} />
  return <PeopleScreen view={view} search={q} invitePersonAction={invitePersonAction} />
}
