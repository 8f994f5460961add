/** What an address of an order may carry: where to stand, never what somebody typed. */
const ofOrder = new Set(['account', 'ticket', 'src', 'tz', 'lang', 'ext', 'template', 'attempt', 'again'])

/** What is said once, to the person who followed a link. */
const once = new Set(['ignored', 'reason'])

/**
 * The address that shows somebody else what this page shows. A receipt or a repeated form is part of that, so `attempt` and `again` stay:
 * they name what the desk keeps and carry nothing of it.
 */
export function sharedLink(href: string): string {
  const url = new URL(href)
  const isOrder = url.pathname.startsWith('/orders/')
  for (const name of new Set(url.searchParams.keys())) {
    if (once.has(name) || (isOrder && !ofOrder.has(name))) url.searchParams.delete(name)
  }
  url.username = ''
  url.password = ''
  return url.href
}
