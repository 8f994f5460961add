'use client'

import dynamic from 'next/dynamic'
import type { OperationAbout } from '#lib/ca/operation.ts'
import type { Receipt } from '#lib/desk/receipt.ts'
import type { AccountChoice, OrderView } from '#lib/desk/views.ts'

export interface OperationPanelProps {
  readonly about: OperationAbout
  readonly order: string
  readonly account: AccountChoice
  /** A fresh UUID for each time the form is shown. */
  readonly attemptKey: string
  /** By the CA's parameter names, or `tz`, `lang`, `ext`, `template` as links have them. */
  readonly prefill: Readonly<Record<string, string>>
  readonly ticket: string
  readonly ticketSystem: string
  /** A contact change is asked for, and sent once somebody else has agreed. */
  readonly secondPerson: boolean
  readonly known: OrderView['known']
  readonly templates: OrderView['templates']
  readonly callingHours?: OrderView['callingHours']
  readonly phonePlace?: OrderView['phonePlace']
  readonly dcvLists?: OrderView['dcvLists']
  /** The attempt that the URL names (`?attempt=`), or null to show the form. */
  readonly receipt: Receipt | null
  /** The attempt that is to be done again (`?again=`): the form starts from what it sent. */
  readonly again: Receipt | null
  /** Whose draft it is: an id or a name, never shared by two people. */
  readonly signedInAs: string
}

/**
 * The scripts of forms and receipts come with the first one that is opened; an order that is only looked at does without. There is no
 * `loading`, because that would put the form behind a boundary that only a script can open.
 */
const PanelBody = dynamic(() => import('./panel-body.tsx').then((module) => module.PanelBody))

/** One operation on one order, from the first field to the receipt. */
export function OperationPanel(props: OperationPanelProps) {
  return <PanelBody {...props} />
}
