import { useParams, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { readHelpsNow } from '#components/order/helps-here.ts'
import { readPrefill, readTicket } from '#components/order/page-query.ts'
import type { OrderHere } from './order-here.ts'

/** The order that the page shows, as its address says, with what helps it when this is first asked; null on every other page. */
export function useOrderHere(): OrderHere | null {
  const [helps] = useState(readHelpsNow)
  const { orderNumber } = useParams()
  const query = Object.fromEntries(useSearchParams())
  if (typeof orderNumber !== 'string') return null
  const ticket = readTicket(query)
  return {
    order: { number: decoded(orderNumber), account: query.account ?? null },
    ticket: ticket?.id,
    ticketSystem: ticket?.system,
    prefill: readPrefill(query),
    helps,
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
