/** Where to go after signing in: a path of this desk, never another host. Anything else becomes the desk. */
export function safeNext(next: string): string {
  const base = 'http://desk.invalid'
  if (!next.startsWith('/') || next.length > 2000 || !URL.canParse(next, base)) return '/'
  const url = new URL(next, base)
  if (url.origin !== base || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search + url.hash
}
