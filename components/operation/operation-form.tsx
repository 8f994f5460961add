'use client'

import { useEffect, useRef } from 'react'
import { Card } from '#components/ui/section.tsx'
import type { Receipt } from '#lib/desk/receipt.ts'
import type { UnscriptedState } from '../../app/(desk)/orders/[orderNumber]/[[...operation]]/actions.ts'
import { EditStep } from './edit-step.tsx'
import type { OperationPanelProps } from './operation-panel.tsx'
import { useOperationForm } from './use-operation-form.ts'
import type { PerformAction } from './use-send.ts'

export interface Arrival {
  readonly receipt: Receipt
  /** False when the person has left the form before the receipt came. */
  readonly isHere: boolean
  /** The customer's time zone, when a call was planned in one; empty otherwise. */
  readonly zone: string
}

export interface OperationFormProps extends Omit<OperationPanelProps, 'receipt'> {
  readonly performAction: PerformAction
  readonly unscriptedAction: (previous: UnscriptedState, form: FormData) => Promise<UnscriptedState>
  readonly onReceipt: (arrival: Arrival) => void
}

/** Edit, then check, then wait. What comes after is the receipt, which replaces it. */
export function OperationForm(props: OperationFormProps) {
  const state = useOperationForm(props)
  const heading = useRef<HTMLHeadingElement>(null)
  const step = state.checked === null ? 'edit' : 'check'
  const shown = useRef(step)

  // A step that takes another's place is announced by its heading, unless an error summary speaks for it.
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    if (step === 'check' || state.summary.length === 0) heading.current?.focus()
  }, [step, state.summary])

  return (
    <Card className="overflow-clip">
      {state.checked === null ? (
        <EditStep {...props} state={state} heading={heading} />
      ) : (
        <state.checked.CheckStep {...props} state={state} checked={state.checked} heading={heading} />
      )}
    </Card>
  )
}
