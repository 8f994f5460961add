import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdministratorsOnly } from '#components/settings/administrators-only.tsx'
import { PersonScreen } from '#components/settings/person-screen.tsx'
import { desk } from '#lib/desk/desk.ts'
import { readPersonSettings } from '#lib/desk/read-settings-people.ts'
import { administratorNames } from '#lib/desk/read-settings.ts'
import { requirePerson } from '#lib/desk/require-person.ts'
import {
  endSessionsAction,
  removeFactorsAction,
  requireFactorAction,
  resetPersonAction,
  setAccessAction,
  setRoleAction,
} from '../actions.ts'

export const metadata: Metadata = { title: 'A person' }

export default async function PersonPage({ params }: PageProps<'/settings/people/[id]'>) {
  const { id } = await params
  const person = await requirePerson(`/settings/people/${encodeURIComponent(id)}`)
  const view = await readPersonSettings(await desk(), person, id)
  if (view === 'forbidden') return <AdministratorsOnly names={await administratorNames(await desk())} />
  if (view === null) notFound()
  const actions = {
    endSessionsAction,
    removeFactorsAction,
    requireFactorAction,
    resetPersonAction,
    setAccessAction,
    setRoleAction,
  }
  return <PersonScreen view={view} actions={actions} />
}
