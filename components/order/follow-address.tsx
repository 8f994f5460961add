'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'

export interface FollowAddressProps {
  /** The operation and the attempt that the page was made for, each as its address spells it, or empty. */
  readonly operation: string
  readonly attempt: string
}

/**
 * Has the page made anew while its address names something else: when a receipt has just come, and when somebody goes back to one that was
 * left before the page had followed.
 */
export function FollowAddress({ operation, attempt }: FollowAddressProps) {
  const router = useRouter()
  const path = usePathname()
  const query = useSearchParams().toString()
  const named = new URLSearchParams(query).get('attempt') ?? ''
  const isBehind = (path.split('/')[3] ?? '') !== operation || named !== attempt
  useEffect(() => {
    // Not `refresh`: left in the middle, that leaves a page behind in the history which never comes.
    if (isBehind) router.replace(`${path}?${query}`, { scroll: false })
  }, [isBehind, path, query, router])
  return null
}
