import type { Metadata } from 'next'
import { CodesScreen } from '#components/codes/codes-screen.tsx'
import { everyCode } from '#components/codes/every-code.ts'
import { first } from '#components/order/page-query.ts'
import { requirePerson } from '#lib/desk/require-person.ts'

export const metadata: Metadata = { title: 'Codes' }

export default async function CodesPage({ searchParams }: PageProps<'/codes'>) {
  const q = first(await searchParams, 'q').slice(0, 100)
  await requirePerson(q === '' ? '/codes' : `/codes?${new URLSearchParams({ q })}`)
  return <CodesScreen codes={everyCode()} search={q} />
}
