import Link from 'next/link'
import type { ReactNode } from 'react'
import { CopyLink } from './copy-link.tsx'
import { GettingAround } from './getting-around.tsx'
import { Navigation } from './navigation.tsx'
import { OrderSearch, orderSearchId } from './order-search.tsx'
import { PersonMenu, type PersonMenuProps } from './person-menu.tsx'
import { placesFor } from './places.ts'
import { SkipLink } from './skip-link.tsx'
import { Wordmark } from './wordmark.tsx'

export function Shell({ person, signOutAction, children }: PersonMenuProps & { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-10 border-b bg-surface max-sm:static">
        <div className="mx-auto flex max-w-[84rem] flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2 sm:px-6">
          <Link href="/" aria-label="Unstuck, to the desk" className="flex items-center rounded-sm">
            <Wordmark compact />
          </Link>
          <div className="min-w-0 max-sm:order-2 max-sm:basis-[calc(100%-3.5rem)] sm:ml-1">
            <Navigation places={placesFor(person.role)} />
          </div>
          <div className="min-w-36 flex-1 sm:ml-auto sm:max-w-80">
            <OrderSearch />
          </div>
          <div className="max-sm:order-2">
            <CopyLink />
          </div>
          <PersonMenu person={person} signOutAction={signOutAction} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-[84rem] px-4 pt-6 pb-16 sm:px-6">
        {children}
      </main>
      <GettingAround person={{ id: person.id, role: person.role }} searchId={orderSearchId} />
    </>
  )
}
