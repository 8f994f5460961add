import { useActionState, useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Input } from '#lib/ca/operation.ts'
import type { Receipt } from '#lib/desk/receipt.ts'
import { faultOf, valuesAgain } from './again.ts'
import type { CheckStep } from './check-step.tsx'
import { errorsOf, listErrors, resolverFor, type Listed } from './form-resolver.ts'
import type { OperationFormProps } from './operation-form.tsx'
import { nextStep } from './next-step.ts'
import { typedBeforeScripts } from './typed-before-scripts.ts'
import { useDraft } from './use-draft.ts'
import type { Problem } from './use-send.ts'
import { inFormOrder, shownAt, startingValues, type Values } from './values.ts'

/** A form that passed its checks: what travels, and how the server will read it. */
export interface Checked {
  readonly values: Values
  readonly input: Input
  /** The step that shows it, which is loaded with the checks. */
  readonly CheckStep: typeof CheckStep
}

/** The form's state and its few moves. Sending is the check step's. */
export function useOperationForm(props: OperationFormProps) {
  const { about, order, account, again, unscriptedAction, onReceipt } = props
  const formId = `operation-${about.id}-${account.id}`
  const [unscripted, formAction] = useActionState(unscriptedAction, { message: null, values: {} })
  const [starting] = useState(() => startingValues(about, props))
  const [defaults] = useState(() => ({
    ...starting,
    ...(again !== null && valuesAgain(about, again, props.prefill.tz ?? '')),
    ...unscripted.values,
    ...typedBeforeScripts(formId),
  }))
  const [resolver] = useState(() => resolverFor(about, order))
  const form = useForm<Values>({
    defaultValues: defaults,
    resolver,
    mode: 'onTouched',
    shouldFocusError: false,
  })
  // A form that does an attempt again keeps a draft of its own, so that neither takes the other's place.
  const operation = again === null ? about.id : `${about.id} ${again.attempt}`
  const place = { order, operation, account: account.id, person: props.signedInAs }
  const draft = useDraft({ form, place, attemptKey: props.attemptKey, starting })
  const [summary, setSummary] = useState<readonly Listed[]>([])
  const [checked, setChecked] = useState<Checked | null>(null)
  const isHere = useIsHere()

  function arrived(receipt: Receipt) {
    draft.forget()
    onReceipt({ receipt, isHere: isHere(), zone: checked?.values.callZone ?? '' })
  }

  /** The server's words about the input stand where the browser's would; everything else is said beside the send button. */
  function stopped(problem: Problem) {
    // It waits for a second person under its key: nothing is left to press again.
    if (problem.is === 'not-sent' && problem.notSent.cause === 'approval') return draft.forget()
    draft.mark(problem.is === 'no-answer')
    if (problem.is !== 'not-sent' || problem.notSent.cause !== 'input') return
    for (const { field, message } of inFormOrder(about, problem.notSent.errors).fields) {
      form.setError(field, { type: 'server', message })
    }
    setSummary(listErrors(about, problem.notSent.errors))
    setChecked(null)
  }

  const check = form.handleSubmit(
    async (values) => {
      const next = await nextStep(about, order, values)
      if (!next.ok) return setSummary(listErrors(about, next.errors))
      setSummary([])
      // A city has become a zone.
      if (next.values.callZone !== undefined) form.setValue('callZone', next.values.callZone)
      setChecked(next)
    },
    (found) => setSummary(listErrors(about, errorsOf(found))),
  )

  useEffect(() => {
    // The framework empties the form after its action; what was typed is put back.
    for (const [name, value] of Object.entries(unscripted.values)) form.setValue(name, value)
  }, [form, unscripted])

  useEffect(() => {
    const fault = again && faultOf(about, again)
    if (fault) form.setError(shownAt(fault.field), { type: 'server', message: fault.message })
  }, [form, about, again])

  return {
    formId,
    formAction,
    defaults,
    form,
    summary,
    checked,
    check,
    change: () => setChecked(null),
    attemptKey: draft.key,
    renewKey: draft.renewKey,
    leaving: () => draft.mark(true),
    arrived,
    stopped,
    restored: draft.restored,
    startOver: draft.startOver,
    unscriptedMessage: unscripted.message,
  }
}

export type OperationFormState = ReturnType<typeof useOperationForm>

/** Whether the form is still on the screen when an answer arrives. */
function useIsHere(): () => boolean {
  const here = useRef(false)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return () => here.current
}
