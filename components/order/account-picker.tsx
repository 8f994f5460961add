import Link from 'next/link'
import type { AccountChoice } from '#lib/desk/views.ts'
import { Badge } from '#components/ui/badge.tsx'
import { CheckIcon, ChevronIcon, HoldIcon } from '#components/ui/icons.tsx'
import { orderHref, type OrderPlace } from './order-href.ts'

export interface AccountPickerProps {
  readonly order: string
  readonly accounts: readonly AccountChoice[]
  readonly chosen: string | null
  readonly place: OrderPlace
}

export function AccountPicker({ order, accounts, chosen, place }: AccountPickerProps) {
  return (
    <ul className="max-w-xl divide-y overflow-hidden rounded-lg border bg-surface shadow-card">
      {accounts.map((account) => (
        <li key={account.id}>
          <Link
            href={orderHref(order, { ...place, account: account.id })}
            prefetch={false}
            aria-current={account.id === chosen ? 'true' : undefined}
            className="flex items-center gap-3 px-4 py-2.5 text-sm font-medium text-ink -outline-offset-2 hover:bg-raised"
          >
            <span className="min-w-0 flex-1 wrap-anywhere">{account.label}</span>
            {account.hold && (
              <Badge tone="refused">
                <HoldIcon className="size-3.5" />
                On hold
              </Badge>
            )}
            {account.id === chosen ? (
              <CheckIcon className="text-accent" />
            ) : (
              <ChevronIcon className="text-faint" />
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Shown in place of a form when nothing says which account the order belongs to. */
export function ChooseAccount({ order, accounts, chosen, place }: AccountPickerProps) {
  return (
    <section aria-labelledby="choose-account">
      <h2 id="choose-account" className="text-lg font-semibold">
        Which account is this order in?
      </h2>
      {accounts.length === 0 ? (
        <p className="mt-1 text-base text-muted">
          There is no account yet. Whoever runs the server adds one.
        </p>
      ) : (
        <>
          <p className="mt-1 mb-3 max-w-prose text-base text-muted">
            The CA finds an order only in the account it was placed with. Choose that one.
          </p>
          <AccountPicker order={order} accounts={accounts} chosen={chosen} place={place} />
        </>
      )}
    </section>
  )
}
