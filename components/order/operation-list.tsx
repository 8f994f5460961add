import Link from 'next/link'
import type { ReactNode } from 'react'
import { catalogue } from '#lib/ca/catalogue.ts'
import { type OperationAbout, type OperationId, operationIds } from '#lib/ca/operation.ts'
import type { OperationFit } from '#lib/ca/steps.ts'
import type { OrderStateView } from '#lib/desk/order-state.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { ChevronIcon } from '#components/ui/icons.tsx'
import { LinkPending } from '#components/ui/link-pending.tsx'
import { NeedsRole } from './needs-role.tsx'
import { orderHref, type OrderPlace } from './order-href.ts'
import { tellHelpsNow } from './helps-here.ts'
import { arrange, type Arranged } from './state/arrange.ts'

export const groups = ['Callback', 'Agreement', 'Domain control', 'S/MIME'] as const

export interface OperationListProps {
  readonly order: string
  readonly place: OrderPlace
  readonly allowed: readonly OperationId[]
  readonly current: OperationId | null
  /** Null while no account is chosen. */
  readonly state: OrderStateView | null
}

/** Every operation with when to reach for it: by how it fits the order as it was read, else in its usual group. */
export function OperationList(props: OperationListProps) {
  const arranged = arrange(props.state)
  return (
    <nav aria-labelledby="operations-title" {...tellHelpsNow(props.state)}>
      <h2 id="operations-title" className="text-sm font-semibold">
        What does this order need?
      </h2>
      <div className="mt-2 flex flex-col gap-5">
        {arranged === null ? <ByGroup {...props} /> : <ByFit {...props} arranged={arranged} />}
      </div>
    </nav>
  )
}

function ByGroup(props: OperationListProps) {
  return groups.map((group) => (
    <Group key={group} title={group}>
      {inGroup(group).map((about) => (
        <Entry key={about.id} {...props} about={about} says={about.when} />
      ))}
    </Group>
  ))
}

function ByFit({
  arranged: { helps, perhaps, others },
  ...props
}: OperationListProps & { arranged: Arranged }) {
  const entry = ({ operation, reason, fits }: OperationFit) => {
    const about = catalogue[operation]
    return <Entry key={operation} {...props} about={about} says={fits === 'no' ? reason : about.when} />
  }
  return (
    <>
      {helps.length > 0 && <Group title="Helps now">{helps.map(entry)}</Group>}
      {perhaps.length > 0 && <Group title="May help">{perhaps.map(entry)}</Group>}
      {helps.length === 0 && perhaps.length === 0 && (
        <p className="text-sm text-muted">By what the CA says, no operation helps this order now.</p>
      )}
      {others.length > 0 && (
        <Disclosure summary={`Does not fit now (${others.length})`}>
          <p className="mb-2 text-sm text-faint">
            By what the CA says. If you know better, each still opens and is sent as always.
          </p>
          <List>{others.map(entry)}</List>
        </Disclosure>
      )}
    </>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1.5 text-xs font-medium text-faint">{title}</h3>
      <List>{children}</List>
    </div>
  )
}

function List({ children }: { children: ReactNode }) {
  return <ul className="divide-y overflow-hidden rounded-lg border bg-surface shadow-card">{children}</ul>
}

interface EntryProps extends OperationListProps {
  readonly about: OperationAbout
  readonly says: string
}

function Entry({ about, says, allowed, order, place }: EntryProps) {
  const words = (
    <span className="min-w-0 flex-1 wrap-anywhere">
      <span className="block text-sm font-medium">{about.title}</span>
      <span className="block text-sm text-faint">{says}</span>
    </span>
  )
  if (!allowed.includes(about.id)) {
    return (
      <li className="flex items-center gap-3 px-4 py-2.5 text-muted">
        {words}
        <NeedsRole about={about} />
      </li>
    )
  }
  return (
    <li>
      <Link
        href={orderHref(order, { ...place, operation: about.id })}
        prefetch={false}
        className="group flex items-center gap-3 px-4 py-2.5 text-ink -outline-offset-2 hover:bg-raised"
      >
        {words}
        <LinkPending className="text-muted" />
        <ChevronIcon className="text-faint group-hover:text-ink" />
      </Link>
    </li>
  )
}

/** The operations of a group, in the order of the catalogue. */
export function inGroup(group: string): OperationAbout[] {
  return operationIds.map((id) => catalogue[id]).filter((about) => about.group === group)
}
