import type { Metadata } from 'next'
import { AccountsScreen } from '#components/settings/accounts-screen.tsx'
import { AdministratorsOnly } from '#components/settings/administrators-only.tsx'
import { defaultBaseUrl } from '#lib/ca/base-url.ts'
import { desk } from '#lib/desk/desk.ts'
import { readAccountsSettings } from '#lib/desk/read-settings-accounts.ts'
import { administratorNames } from '#lib/desk/read-settings.ts'
import { requirePerson } from '#lib/desk/require-person.ts'
import { addAccountAction } from './actions.ts'

export const metadata: Metadata = { title: 'Accounts' }

export default async function AccountsPage() {
  const person = await requirePerson('/settings/accounts')
  const accounts = await readAccountsSettings(await desk(), person)
  if (accounts === 'forbidden') return <AdministratorsOnly names={await administratorNames(await desk())} />
  return (
    <AccountsScreen accounts={accounts} usualBaseUrl={defaultBaseUrl} addAccountAction={addAccountAction} />
  )
}
