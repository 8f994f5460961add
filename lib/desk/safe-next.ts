import { resolveDeepLink } from './deep-link.ts'

/** Where to go after signing in: a path of this desk, never another host. Anything else becomes the desk. */
export function safeNext(next: string): string {
  const base = 'http://desk.invalid'
  if (!next.startsWith('/') || next.length > 2000 || !URL.canParse(next, base)) return '/'
  const url = new URL(next, base)
  if (url.origin !== base || url.pathname.startsWith('//')) return '/'
  // The redirect after signing in renders a page, and a deep link's address is none: the forms on it would post to the wrong place.
  const link = /^\/go(?:\/([^/]*))?\/?$/.exec(url.pathname)
  if (link !== null) return resolveDeepLink(link[1] ?? 'order', url.search.slice(1))
  return url.pathname + url.search + url.hash
}
