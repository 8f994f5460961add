'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '#components/ui/cx.ts'
import { LinkPending } from '#components/ui/link-pending.tsx'

const pages = [
  { href: '/settings/people', label: 'People' },
  { href: '/settings/accounts', label: 'Accounts' },
  { href: '/settings/rules', label: 'Rules' },
  { href: '/settings/tokens', label: 'API tokens' },
] as const

export function SettingsNavigation() {
  const here = usePathname()
  return (
    <nav aria-label="Settings" className="lg:sticky lg:top-20 lg:self-start">
      <p className="mb-1.5 px-2.5 text-xs font-medium text-faint max-lg:hidden">Settings</p>
      <ul className="flex flex-wrap gap-0.5 max-lg:-mx-2.5 lg:flex-col">
        {pages.map(({ href, label }) => {
          const isHere = here.startsWith(href)
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className={cx(
                  'flex min-h-8 items-center rounded-md px-2.5 text-sm font-medium pointer-coarse:min-h-10',
                  isHere ? 'bg-sunken text-ink' : 'text-muted hover:bg-sunken hover:text-ink',
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
