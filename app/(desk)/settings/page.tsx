import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AdministratorsOnly } from '#components/settings/administrators-only.tsx'
import { desk } from '#lib/desk/desk.ts'
import { administratorNames, maySetThings } from '#lib/desk/read-settings.ts'
import { requirePerson } from '#lib/desk/require-person.ts'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const person = await requirePerson('/settings')
  if (maySetThings(person)) redirect('/settings/people')
  return <AdministratorsOnly names={await administratorNames(await desk())} />
}
