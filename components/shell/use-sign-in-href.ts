import { usePathname, useSearchParams } from 'next/navigation'

/** The address of the sign-in that leads back to where one is. */
export function useSignInHref(): string {
  const path = usePathname()
  const query = useSearchParams().toString()
  return `/sign-in?next=${encodeURIComponent(query === '' ? path : `${path}?${query}`)}`
}
