'use client'

import { TextLink } from '#components/ui/text-link.tsx'

/** Leads from the person menu to one's own page. The menu belongs to the header, which stays, so it is closed by hand. */
export function YouLink() {
  return (
    <TextLink
      href="/you"
      prefetch={false}
      className="py-0.5"
      onNavigate={() => document.getElementById('person-menu')?.hidePopover()}
    >
      Your page
    </TextLink>
  )
}
