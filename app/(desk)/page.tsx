import type { Metadata } from 'next'
import { liftHoldAction } from './actions.ts'
import { DeskScreen } from '#components/desk/desk-screen.tsx'
import { first } from '#components/order/page-query.ts'
import { readDesk } from '#lib/desk/read-desk.ts'
import { requirePerson } from '#lib/desk/require-person.ts'

export const metadata: Metadata = { title: 'Desk' }

export default async function DeskPage({ searchParams }: PageProps<'/'>) {
  const ignored = first(await searchParams, 'ignored')
  const person = await requirePerson(ignored === '' ? '/' : `/?${new URLSearchParams({ ignored })}`)
  const view = await readDesk(person)
  return (
    <DeskScreen
      view={view}
      ignored={ignored}
      mayLift={person.role === 'administrator'}
      liftHoldAction={liftHoldAction}
    />
  )
}
