import type { ReactNode } from 'react'
import { catalogue } from '#lib/ca/catalogue.ts'
import type { OperationId } from '#lib/ca/operation.ts'
import type { Ticket } from '#lib/desk/receipt.ts'
import type { OrderView } from '#lib/desk/views.ts'
import { Approvals } from '#components/approval/approvals.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import { ChooseAccount } from './account-picker.tsx'
import { HoldNotice } from './hold-notice.tsx'
import { LinkNotices } from './link-notices.tsx'
import { OperationList } from './operation-list.tsx'
import { OperationRail } from './operation-rail.tsx'
import { OrderAside } from './order-aside.tsx'
import { OrderHeader } from './order-header.tsx'
import type { OrderPlace } from './order-href.ts'
import { OrderState } from './state/order-state.tsx'
import { StateLine } from './state/state-line.tsx'

export interface OrderScreenProps {
  readonly view: OrderView
  readonly operation: OperationId | null
  readonly ticket: Ticket | null
  readonly place: OrderPlace
  /** The account the address asked for, when there is no such account. */
  readonly unknownAccount: string | null
  readonly ignored: string
  /** The open operation's form or receipt. */
  readonly panel: ReactNode
  readonly resolveAttemptAction: FormStateAction
}

export function OrderScreen(props: OrderScreenProps) {
  const { view, operation, ticket, place, resolveAttemptAction } = props
  const aside = <OrderAside view={view} place={place} resolveAttemptAction={resolveAttemptAction} />
  return (
    <>
      <OrderHeader view={view} ticket={ticket} place={place} />
      <Warnings {...props} />
      {operation === null ? (
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
          <div className="flex min-w-0 flex-col gap-8">
            <Approvals key={view.order} waiting={view.approvals.waiting} />
            {view.account === null ? <Account {...props} /> : <Standing {...props} />}
          </div>
          {aside}
        </div>
      ) : (
        <div className="grid gap-8 max-lg:gap-6 lg:grid-cols-[16rem_minmax(0,1fr)] xl:grid-cols-[16rem_minmax(0,1fr)_22rem]">
          <div className="max-lg:hidden">
            <OperationRail {...navigation(props)} />
          </div>
          <Disclosure summary="Other operations" className="lg:hidden">
            <OperationRail {...navigation(props)} />
          </Disclosure>
          <div className="min-w-0">
            <Line {...props} />
            {view.account === null ? <Account {...props} /> : <Open {...props} operation={operation} />}
            <div className="mt-6 empty:hidden">
              <Approvals key={view.order} waiting={view.approvals.waiting} />
            </div>
          </div>
          <div className="min-w-0 lg:max-xl:col-start-2">{aside}</div>
        </div>
      )}
    </>
  )
}

function navigation({ view, place, operation }: OrderScreenProps) {
  return { order: view.order, place, allowed: view.allowed, current: operation, state: view.state }
}

/** The answer first, then what can be done. The key keeps one order's question out of another's page. */
function Standing(props: OrderScreenProps) {
  const { order, account, state, allowed } = props.view
  return (
    <>
      {account !== null && state !== null && (
        <OrderState
          key={`${account.id} ${order}`}
          order={order}
          account={account.id}
          place={props.place}
          allowed={allowed}
          state={state}
        />
      )}
      <OperationList {...navigation(props)} />
    </>
  )
}

function Line({ view, place }: OrderScreenProps) {
  if (view.state === null) return null
  return <StateLine order={view.order} place={place} state={view.state} />
}

function Warnings({ view, ignored, unknownAccount }: OrderScreenProps) {
  if (!view.account?.hold && ignored === '' && unknownAccount === null) return null
  return (
    <div className="mb-6 flex flex-col gap-3 empty:hidden">
      {view.account?.hold && <HoldNotice account={view.account} />}
      {unknownAccount !== null && (
        <Notice tone="warn" word="Account not known" title={`“${unknownAccount}”`}>
          There is no account of that name here, so no other one was taken in its place.
        </Notice>
      )}
      <LinkNotices ignored={ignored} />
    </div>
  )
}

function Account({ view, place }: OrderScreenProps) {
  return <ChooseAccount order={view.order} accounts={view.accounts} chosen={null} place={place} />
}

function Open({ view, operation, panel }: OrderScreenProps & { operation: OperationId }) {
  if (view.allowed.includes(operation)) return panel
  const about = catalogue[operation]
  return (
    <Notice word="Not yours to send" title={about.title}>
      {about.role === 'manager'
        ? 'This changes a contact, so it takes a manager. Hand the ticket to one, with this page’s address.'
        : 'Viewers read. Sending takes an agent or a manager.'}
    </Notice>
  )
}
