import type { Metadata } from 'next'
import { CodesScreen } from '#components/codes/codes-screen.tsx'
import { first } from '#components/order/page-query.ts'
import { allCodes } from '#lib/ca/codes.ts'
import { requirePerson } from '#lib/desk/require-person.ts'

export const metadata: Metadata = { title: 'Codes' }

export default async function CodesPage({ searchParams }: PageProps<'/codes'>) {
  const q = first(await searchParams, 'q').slice(0, 100)
  await requirePerson(q === '' ? '/codes' : `/codes?${new URLSearchParams({ q })}`)
  return <CodesScreen codes={allCodes()} search={q} />
}
