import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountScreen } from '#components/settings/account-screen.tsx'
import { AdministratorsOnly } from '#components/settings/administrators-only.tsx'
import { desk } from '#lib/desk/desk.ts'
import { readAccountSettings } from '#lib/desk/read-settings-accounts.ts'
import { administratorNames } from '#lib/desk/read-settings.ts'
import { requirePerson } from '#lib/desk/require-person.ts'
import {
  changeAccountAction,
  pushAddressAction,
  restrictAccountAction,
  setPasswordAction,
  setSendingAction,
  templateAction,
} from '../actions.ts'

export const metadata: Metadata = { title: 'An account' }

export default async function AccountPage({ params }: PageProps<'/settings/accounts/[id]'>) {
  const { id } = await params
  const person = await requirePerson(`/settings/accounts/${encodeURIComponent(id)}`)
  const view = await readAccountSettings(await desk(), person, id)
  if (view === 'forbidden') return <AdministratorsOnly names={await administratorNames(await desk())} />
  if (view === null) notFound()
  const actions = {
    changeAccountAction,
    pushAddressAction,
    restrictAccountAction,
    setPasswordAction,
    setSendingAction,
    templateAction,
  }
  return <AccountScreen view={view} actions={actions} />
}
