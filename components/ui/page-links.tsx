'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from './cx.ts'
import { LinkPending } from './link-pending.tsx'

export interface PageLinksProps {
  readonly pages: readonly { readonly href: string; readonly label: string }[]
  /** Of the list: how its links stand. */
  readonly className: string
}

/** The links of a navigation, with the one marked that leads to where one is. */
export function PageLinks({ pages, className }: PageLinksProps) {
  const here = usePathname()
  return (
    <ul className={cx('flex flex-wrap gap-0.5', className)}>
      {pages.map(({ href, label }) => {
        const isHere = href === '/' ? here === '/' : here.startsWith(href)
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
  )
}
