import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SearchError } from '#components/shell/search-error.tsx'
import { requirePerson } from '#lib/desk/require-person.ts'
import { readOrderNumber } from '#components/shell/order-number.ts'

export const metadata: Metadata = { title: 'Open an order' }

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const { order } = await searchParams
  const typed = (Array.isArray(order) ? order[0] : order) ?? ''
  await requirePerson(`/search?order=${encodeURIComponent(typed)}`)
  const read = readOrderNumber(typed)
  if (read.ok) redirect(`/orders/${encodeURIComponent(read.order)}`)
  return <SearchError typed={typed} message={read.message} />
}
