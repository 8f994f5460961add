import type { Metadata } from 'next'
import { AdministratorsOnly } from '#components/settings/administrators-only.tsx'
import { TokensScreen } from '#components/settings/tokens-screen.tsx'
import { desk } from '#lib/desk/desk.ts'
import { readTokensSettings } from '#lib/desk/read-settings-tokens.ts'
import { administratorNames } from '#lib/desk/read-settings.ts'
import { requirePerson } from '#lib/desk/require-person.ts'
import { issueTokenAction, revokeTokenAction } from './actions.ts'

export const metadata: Metadata = { title: 'API tokens' }

export default async function TokensPage() {
  const person = await requirePerson('/settings/tokens')
  const view = await readTokensSettings(await desk(), person)
  if (view === 'forbidden') return <AdministratorsOnly names={await administratorNames(await desk())} />
  return <TokensScreen view={view} actions={{ issueTokenAction, revokeTokenAction }} />
}
