import Link from 'next/link'
import { catalogue } from '#lib/ca/catalogue.ts'
import { type OperationAbout, type OperationId, operationIds } from '#lib/ca/operation.ts'
import { cx } from '#components/ui/cx.ts'
import { ChevronIcon, HoldIcon } from '#components/ui/icons.tsx'
import { LinkPending } from '#components/ui/link-pending.tsx'
import { orderHref, type OrderPlace } from './order-href.ts'

export const groups = ['Callback', 'Agreement', 'Domain control', 'S/MIME'] as const

export interface OperationListProps {
  readonly order: string
  readonly place: OrderPlace
  readonly allowed: readonly OperationId[]
  readonly current: OperationId | null
}

/** Every operation in its group, with when to reach for it: the choice, before one is made. */
export function OperationList(props: OperationListProps) {
  return (
    <nav aria-labelledby="operations-title">
      <h2 id="operations-title" className="text-sm font-semibold">
        What does this order need?
      </h2>
      <div className="mt-2 flex flex-col gap-5">
        {groups.map((group) => (
          <div key={group}>
            <h3 className="mb-1.5 text-xs font-medium text-faint">{group}</h3>
            <ul className="divide-y overflow-hidden rounded-lg border bg-surface shadow-card">
              {inGroup(group).map((about) => (
                <li key={about.id}>
                  <Entry {...props} about={about} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  )
}

function Entry({ about, allowed, order, place }: OperationListProps & { about: OperationAbout }) {
  const words = (
    <span className="min-w-0 flex-1">
      <span className="block text-sm font-medium">{about.title}</span>
      <span className="block text-sm text-faint">{about.when}</span>
    </span>
  )
  if (!allowed.includes(about.id)) {
    return (
      <div className="flex items-center gap-3 px-4 py-2.5 text-muted">
        {words}
        <NeedsRole about={about} />
      </div>
    )
  }
  return (
    <Link
      href={orderHref(order, { ...place, operation: about.id })}
      prefetch={false}
      className="group flex items-center gap-3 px-4 py-2.5 text-ink -outline-offset-2 hover:bg-raised"
    >
      {words}
      <LinkPending className="text-muted" />
      <ChevronIcon className="text-faint group-hover:text-ink" />
    </Link>
  )
}

function NeedsRole({ about }: { about: OperationAbout }) {
  return (
    <span className="flex shrink-0 items-center gap-1 text-xs">
      <HoldIcon className="size-3.5" />
      Needs {about.role === 'manager' ? 'a manager' : 'an agent'}
    </span>
  )
}

/** The same operations as a narrow list beside the one that is open. */
export function OperationRail({ order, place, allowed, current }: OperationListProps) {
  return (
    <nav aria-label="Operations" className="flex flex-col gap-4">
      <h2 className="sr-only">Operations</h2>
      {groups.map((group) => (
        <div key={group}>
          <h3 className="mb-1 px-2.5 text-xs font-medium text-faint">{group}</h3>
          <ul className="flex flex-col gap-px">
            {inGroup(group)
              .filter((about) => allowed.includes(about.id) || about.id === current)
              .map((about) => (
                <li key={about.id}>
                  <Link
                    href={orderHref(order, { ...place, operation: about.id })}
                    prefetch={false}
                    aria-current={about.id === current ? 'page' : undefined}
                    title={about.when}
                    className={cx(
                      'block rounded-md px-2.5 py-1 text-sm pointer-coarse:py-2',
                      about.id === current
                        ? 'bg-accent-soft font-medium text-accent'
                        : 'text-muted hover:bg-sunken hover:text-ink',
                    )}
                  >
                    {about.title} <LinkPending />
                    {about.id === current && (
                      <span className="mt-0.5 block text-xs font-normal text-muted">{about.when}</span>
                    )}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function inGroup(group: string): OperationAbout[] {
  return operationIds.map((id) => catalogue[id]).filter((about) => about.group === group)
}
