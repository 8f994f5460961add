import type { Metadata } from 'next'
import { YouScreen } from '#components/auth/you-screen.tsx'
import { passwordLength } from '#lib/auth/check-password.ts'
import { readOwnView } from '#lib/auth/own-view.ts'
import { requirePerson } from '#lib/desk/require-person.ts'
import { changePasswordAction } from './actions.ts'
import { endOwnSessionsAction, ownAppAction, ownCodesAction, ownPasskeysAction } from './factor-actions.ts'

export const metadata: Metadata = { title: 'You' }

export default async function YouPage() {
  const view = await readOwnView(await requirePerson('/you'))
  const actions = {
    changePasswordAction,
    endOwnSessionsAction,
    ownAppAction,
    ownCodesAction,
    ownPasskeysAction,
  }
  return <YouScreen view={view} shortest={passwordLength.min} actions={actions} />
}
