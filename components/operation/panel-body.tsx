'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import type { Receipt } from '#lib/desk/receipt.ts'
import {
  performOperationAction,
  unscriptedSubmitAction,
} from '../../app/(desk)/orders/[orderNumber]/[[...operation]]/actions.ts'
import { type Arrival, OperationForm } from './operation-form.tsx'
import type { OperationPanelProps } from './operation-panel.tsx'
import { ReceiptView } from './receipt.tsx'

/** The receipt when there is one, else the form. It draws what the catalogue says and knows no operation by name. */
export function PanelBody({ receipt, ...form }: OperationPanelProps) {
  const { shown, isNew, zone, arrived } = useReceipt(receipt)
  if (shown !== null)
    return (
      <ReceiptView
        key={shown.attempt}
        receipt={shown}
        about={form.about}
        isNew={isNew}
        zone={zone ?? form.prefill.tz}
        templates={form.templates}
      />
    )
  return (
    <OperationForm
      key={`${form.order} ${form.about.id} ${form.account.id} ${form.again?.attempt}`}
      {...form}
      performAction={performOperationAction}
      unscriptedAction={unscriptedSubmitAction}
      onReceipt={arrived}
    />
  )
}

interface Arrived {
  readonly receipt: Receipt
  readonly zone: string
  /** What the address named when it arrived. The router's word follows the address a moment later, or not at all. */
  readonly from: string
}

/** The receipt that has just arrived, until the address leads elsewhere. Then the page's word counts again. */
function useReceipt(fromPage: Receipt | null) {
  const router = useRouter()
  const query = useSearchParams()
  const named = query.get('attempt')
  const place = `${named} ${query.get('again')}`
  const [here, setHere] = useState<Arrived | null>(null)
  if (here !== null && place !== here.from && named !== here.receipt.attempt) setHere(null)

  function arrived({ receipt, isHere, zone }: Arrival) {
    if (!isHere) return router.refresh()
    setHere({ receipt, zone, from: place })
    const url = new URL(window.location.href)
    url.searchParams.set('account', receipt.account.id)
    url.searchParams.set('attempt', receipt.attempt)
    url.searchParams.delete('again')
    // A reload then tells the call's time in the customer's zone too.
    if (zone !== '') url.searchParams.set('tz', zone)
    // At once, so that a reload finds the receipt; `FollowAddress` has the page follow.
    window.history.replaceState(null, '', url)
  }

  return { shown: here?.receipt ?? fromPage, isNew: here !== null, zone: here?.zone, arrived }
}
