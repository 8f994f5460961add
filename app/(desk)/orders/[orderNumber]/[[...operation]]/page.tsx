import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { resolveAttemptAction } from '../../../actions.ts'
import { OperationPanel } from '#components/operation/operation-panel.tsx'
import { FollowAddress } from '#components/order/follow-address.tsx'
import { orderHref } from '#components/order/order-href.ts'
import { OrderScreen } from '#components/order/order-screen.tsx'
import { first, readPrefill, readTicket } from '#components/order/page-query.ts'
import { catalogue, operationAbout } from '#lib/ca/catalogue.ts'
import { checkOrderNumber } from '#lib/ca/inputs.ts'
import { readOrder } from '#lib/desk/read-order.ts'
import { readReceipt } from '#lib/desk/read-receipt.ts'
import { requirePerson } from '#lib/desk/require-person.ts'

type Props = PageProps<'/orders/[orderNumber]/[[...operation]]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { orderNumber, operation } = await params
  const about = operationAbout(operation?.[0] ?? '')
  const order = `Order ${decode(orderNumber)}`
  return { title: about === null ? order : `${about.title} · ${order}` }
}

export default async function OrderPage({ params, searchParams }: Props) {
  const { orderNumber, operation = [] } = await params
  const query = await searchParams
  const order = decode(orderNumber)
  const person = await requirePerson(addressOf(orderNumber, operation, query))
  if (checkOrderNumber(null, order) !== null || operation.length > 1) notFound()

  const about = operationAbout(operation[0] ?? '')
  const ticket = readTicket(query)
  const prefill = readPrefill(query)
  const place = { ticket: ticket?.id, ticketSystem: ticket?.system, prefill }
  const wanted = first(query, 'account') || null
  if (about === null && operation.length > 0) {
    const plain = orderHref(order, { ...place, account: wanted })
    redirect(`${plain}${plain.includes('?') ? '&' : '?'}ignored=operation:unknown-operation`)
  }

  const view = await readOrder(person, order, wanted, about?.id ?? null)
  const attempt = first(query, 'attempt')
  const receipt = about !== null && attempt !== '' ? await readReceipt(person, attempt) : null
  const mine = receipt !== null && receipt.order === order && receipt.operation === about?.id
  const before = first(query, 'again')
  const again = about !== null && before !== '' ? await readReceipt(person, before) : null
  const isForThis =
    again?.order === order &&
    again.operation === about?.id &&
    again.account.id === view.account?.id &&
    !again.masked
  const { template } = prefill
  const isTemplateLeftOut =
    template !== undefined &&
    view.account !== null &&
    about?.fields.some(({ control }) => control === 'dcv-template') === true &&
    !view.templates.some(({ id }) => String(id) === template)
  return (
    <>
      <FollowAddress operation={operation[0] ?? ''} attempt={attempt} />
      <OrderScreen
        view={view}
        operation={about?.id ?? null}
        ticket={ticket}
        place={{ ...place, operation: about?.id, account: view.account?.id }}
        unknownAccount={wanted !== null && view.account === null ? wanted : null}
        ignored={[first(query, 'ignored'), isTemplateLeftOut && 'template:unnamed'].filter(Boolean).join()}
        resolveAttemptAction={resolveAttemptAction}
        panel={
          about !== null &&
          view.account !== null && (
            <OperationPanel
              key={`${about.id} ${view.account.id}`}
              about={catalogue[about.id]}
              order={order}
              account={view.account}
              attemptKey={crypto.randomUUID()}
              prefill={prefill}
              ticket={ticket?.id ?? ''}
              ticketSystem={ticket?.system ?? ''}
              secondPerson={view.secondPerson}
              known={view.known}
              templates={view.templates}
              callingHours={view.callingHours}
              phonePlace={view.phonePlace}
              dcvLists={view.dcvLists}
              receipt={mine ? receipt : null}
              again={isForThis ? again : null}
              signedInAs={person.id}
            />
          )
        }
      />
    </>
  )
}

/** Parameters arrive as the URL spells them. A broken spelling stays as it is and is found to be no order number. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function addressOf(
  orderNumber: string,
  operation: readonly string[],
  query: Awaited<Props['searchParams']>,
): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, one)
  }
  const path = `/orders/${[orderNumber, ...operation].map((part) => encodeURIComponent(decode(part))).join('/')}`
  return search.size > 0 ? `${path}?${search}` : path
}
