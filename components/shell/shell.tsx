import Link from 'next/link'
import type { ReactNode } from 'react'
import { Navigation, type Place } from './navigation.tsx'
import { OrderSearch } from './order-search.tsx'
import { PersonMenu, type PersonMenuProps } from './person-menu.tsx'
import { SkipLink } from './skip-link.tsx'
import { Wordmark } from './wordmark.tsx'

/** What the desk has so far. A new screen is a line here. */
const places: readonly Place[] = [
  { href: '/', label: 'Desk' },
  { href: '/activity', label: 'Activity' },
  { href: '/codes', label: 'Codes' },
]

export function Shell({ person, signOutAction, children }: PersonMenuProps & { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-10 border-b bg-surface max-sm:static">
        <div className="mx-auto flex max-w-[84rem] flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 sm:px-6">
          <Link href="/" aria-label="Unstuck, to the desk" className="flex items-center rounded-sm">
            <Wordmark compact />
          </Link>
          <Navigation places={places} />
          <div className="order-last w-full min-w-0 sm:order-none sm:ml-auto sm:w-72">
            <OrderSearch />
          </div>
          <div className="max-sm:ml-auto">
            <PersonMenu person={person} signOutAction={signOutAction} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-[84rem] px-4 pt-6 pb-16 sm:px-6">
        {children}
      </main>
    </>
  )
}
