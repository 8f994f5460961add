import Link from 'next/link'
import { attemptHref, orderHref } from '#components/order/order-href.ts'
import { cx } from '#components/ui/cx.ts'

export interface OrderLinkProps {
  readonly order: string
  readonly account: { readonly id: string }
  /** Leads to this attempt in the order's timeline. */
  readonly attempt?: string
  readonly className?: string
}

export function OrderLink({ order, account, attempt, className }: OrderLinkProps) {
  return (
    <Link
      href={attempt ? attemptHref(order, account.id, attempt) : orderHref(order, { account: account.id })}
      prefetch={false}
      className={cx(
        'font-mono text-sm tracking-tight wrap-anywhere text-accent underline-offset-2 hover:underline',
        className,
      )}
    >
      {order}
    </Link>
  )
}
