import type { Metadata } from 'next'
import { AdministratorsOnly } from '#components/settings/administrators-only.tsx'
import { RulesScreen } from '#components/settings/rules-screen.tsx'
import { desk } from '#lib/desk/desk.ts'
import { administratorNames, readRulesSettings } from '#lib/desk/read-settings.ts'
import { requirePerson } from '#lib/desk/require-person.ts'
import {
  saveCallingHoursAction,
  saveContactChangesAction,
  saveCoolDownsAction,
  saveFactorRolesAction,
  saveSessionLimitsAction,
} from './actions.ts'

export const metadata: Metadata = { title: 'Rules' }

export default async function RulesPage() {
  const person = await requirePerson('/settings/rules')
  const view = await readRulesSettings(await desk(), person)
  if (view === 'forbidden') return <AdministratorsOnly names={await administratorNames(await desk())} />
  const actions = {
    saveCallingHoursAction,
    saveContactChangesAction,
    saveCoolDownsAction,
    saveFactorRolesAction,
    saveSessionLimitsAction,
  }
  return <RulesScreen view={view} actions={actions} />
}
