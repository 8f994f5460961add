import type { Metadata } from 'next'
import { CodesScreen } from '#components/codes/codes-screen.tsx'
import { allCodes } from '#lib/ca/codes.ts'
import { requirePerson } from '#lib/desk/require-person.ts'

export const metadata: Metadata = { title: 'Codes' }

export default async function CodesPage({ searchParams }: PageProps<'/codes'>) {
  await requirePerson('/codes')
  const { q } = await searchParams
  return <CodesScreen codes={allCodes()} search={typeof q === 'string' ? q.trim().slice(0, 100) : ''} />
}
