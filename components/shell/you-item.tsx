'use client'

import { ButtonLink } from '#components/ui/button.tsx'

/** The person menu's line that leads to their own page. The menu is of the header, which stays, so it is closed by hand. */
export function YouItem() {
  return (
    <div className="border-b py-1">
      <ButtonLink
        href="/you"
        variant="ghost"
        prefetch={false}
        className="w-full justify-start!"
        onNavigate={() => document.getElementById('person-menu')?.hidePopover()}
      >
        Your sign-in and sessions
      </ButtonLink>
    </div>
  )
}
