import Link from 'next/link'
import type { OperationAbout } from '#lib/ca/operation.ts'
import { cx } from '#components/ui/cx.ts'
import { LinkPending } from '#components/ui/link-pending.tsx'
import { tellHelpsNow } from './helps-here.ts'
import { groups, inGroup, type OperationListProps } from './operation-list.tsx'
import { orderHref } from './order-href.ts'
import { helpsNow } from './state/arrange.ts'

/** The operations as a narrow list beside the one that is open. Those that help the order as it was read have a quiet mark. */
export function OperationRail(props: OperationListProps) {
  const helping = helpsNow(props.state)
  return (
    <nav aria-label="Operations" {...tellHelpsNow(props.state)} className="flex flex-col gap-4">
      <h2 className="sr-only">Operations</h2>
      {helping.size > 0 && (
        <p aria-hidden="true" className="-mb-2 px-2.5 text-xs text-faint">
          <Dot className="inline-block align-middle" /> helps now
        </p>
      )}
      {groups.map((group) => (
        <div key={group}>
          <h3 className="mb-1 px-2.5 text-xs font-medium text-faint">{group}</h3>
          <ul className="flex flex-col gap-px">
            {inGroup(group)
              .filter((about) => props.allowed.includes(about.id) || about.id === props.current)
              .map((about) => (
                <li key={about.id}>
                  <Entry {...props} about={about} isHelping={helping.has(about.id)} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

interface EntryProps extends OperationListProps {
  readonly about: OperationAbout
  readonly isHelping: boolean
}

function Entry({ about, isHelping, current, order, place }: EntryProps) {
  const isCurrent = about.id === current
  return (
    <Link
      href={orderHref(order, { ...place, operation: about.id })}
      prefetch={false}
      aria-current={isCurrent ? 'page' : undefined}
      title={about.when}
      className={cx(
        'relative block rounded-md px-2.5 py-1 text-sm pointer-coarse:py-2',
        isCurrent ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-sunken hover:text-ink',
      )}
    >
      {isHelping && <Dot className="absolute top-3 left-px pointer-coarse:top-4" />}
      {about.title} {isHelping && <span className="sr-only">helps now</span>} <LinkPending />
      {isCurrent && <span className="mt-0.5 block text-xs font-normal text-muted">{about.when}</span>}
    </Link>
  )
}

function Dot({ className }: { className: string }) {
  return <span aria-hidden="true" className={cx('size-1.25 rounded-full bg-current text-doubt', className)} />
}
