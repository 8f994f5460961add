import type { StepProps } from './edit-step.tsx'
import type { Checked } from './use-operation-form.ts'
import { useSend } from './use-send.ts'
import { callOf, overrideReasonNeeded } from './values.ts'

export interface CheckedStepProps extends StepProps {
  readonly checked: Checked
}

/** The presses of the check step: send, send again with a reason, send as a new attempt. */
export function useSender({ about, order, account, secondPerson, ...props }: CheckedStepProps) {
  const { performAction, state, checked } = props
  const { form } = state
  const asks = secondPerson && about.contactChange
  const sending = useSend({
    performAction,
    onSend: state.leaving,
    onReceipt: state.arrived,
    onProblem: state.stopped,
  })

  function send({ override = false, key = state.attemptKey } = {}) {
    const values = { ...checked.values, reason: form.getValues('reason') ?? '' }
    sending.send(callOf({ about, order, account, key }, values, { override, asksOnly: asks }))
  }

  function sendAgain() {
    if (form.getValues('reason')?.trim()) return send({ override: true })
    form.setError('reason', { type: 'required', message: overrideReasonNeeded })
    form.setFocus('reason')
  }

  return {
    /** It is asked for, and sent once somebody else has agreed. */
    asks,
    label: asks ? 'Ask for approval' : about.sendLabel,
    pending: sending.pending,
    problem: sending.problem,
    send: () => send(),
    sendAgain,
    sendAsNew: () => send({ key: state.renewKey() }),
  }
}

export interface SentStepProps extends CheckedStepProps {
  readonly sender: ReturnType<typeof useSender>
}
