'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '#components/ui/cx.ts'
import { LinkPending } from '#components/ui/link-pending.tsx'
import type { Place } from './places.ts'

export function Navigation({ places }: { places: readonly Place[] }) {
  const here = usePathname()
  return (
    <nav aria-label="Main">
      <ul className="flex flex-wrap items-center gap-0.5">
        {places.map(({ href, label }) => {
          const current = href === '/' ? here === '/' : here.startsWith(href)
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={current ? 'page' : undefined}
                className={cx(
                  'flex min-h-8 items-center rounded-md px-2.5 text-sm font-medium pointer-coarse:min-h-10',
                  current ? 'bg-sunken text-ink' : 'text-muted hover:bg-sunken hover:text-ink',
                )}
              >
                {label}
                <LinkPending className="ml-1.5" />
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
