import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Found } from '#lib/desk/find-anything.ts'
import { stillFits } from './order-options.ts'
import { readTyped } from './typed.ts'

type Answer =
  | { readonly is: 'found'; readonly found: Found }
  | { readonly is: 'signed-out' }
  | { readonly is: 'offline' }
  | { readonly is: 'failed' }

export interface LookUp {
  /** Null before the first answer. While the next is awaited, what of the last still fits. */
  readonly found: Found | null
  readonly state: 'looking' | Answer['is']
  readonly again: () => void
}

/** How long somebody may go on typing before the server is asked. */
const pause = 120

/** Asks the server for orders and attempts as somebody types. A question that is overtaken is given up. */
export function useLookUp(personId: string, text: string): LookUp {
  const settled = useSettled(text)
  const { order, words } = readTyped(settled)
  const { data, isPlaceholderData, isFetching, refetch } = useQuery({
    queryKey: ['palette', personId, order, words.join(' ')],
    queryFn: ({ signal }) => ask(order, words, signal),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
  const [last, setLast] = useState<Found | null>(null)
  if (data?.is === 'found' && data.found !== last) setLast(data.found)
  const isAhead = text !== settled || isPlaceholderData || data?.is !== 'found'
  const typed = readTyped(text)
  return {
    found: last === null ? null : isAhead ? stillFits(last, typed.order, typed.words) : last,
    state: data === undefined || (isFetching && isPlaceholderData) ? 'looking' : data.is,
    again: () => void refetch(),
  }
}

async function ask(order: string, words: readonly string[], signal: AbortSignal): Promise<Answer> {
  try {
    const query = new URLSearchParams({ order, words: words.join(' ') })
    const response = await fetch(`/palette?${query}`, { signal, headers: { accept: 'application/json' } })
    if (response.status === 401) return { is: 'signed-out' }
    if (!response.ok) return { is: 'failed' }
    return { is: 'found', found: (await response.json()) as Found }
  } catch (error) {
    // Given up, not failed: the library asks that this be thrown on.
    if (signal.aborted) throw error
    return { is: navigator.onLine ? 'failed' : 'offline' }
  }
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
