import { useActionState, useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Input } from '#lib/ca/operation.ts'
import { errorsOf, examineNow, listErrors, resolverFor, type Listed } from './form-resolver.ts'
import type { OperationFormProps } from './operation-form.tsx'
import { typedBeforeScripts } from './typed-before-scripts.ts'
import { useDraft } from './use-draft.ts'
import { type Problem, useSend } from './use-send.ts'
import { callOf, inFormOrder, overrideReasonNeeded, startingValues, type Values } from './values.ts'

/** A form that passed its checks: what travels, and how the server will read it. */
export interface Checked {
  readonly values: Values
  readonly input: Input
}

/** The form's state and its few moves: check, change, send, send again with a reason, send as a new attempt. */
export function useOperationForm(props: OperationFormProps) {
  const { about, order, account, performAction, unscriptedAction, onReceipt } = props
  const formId = `operation-${about.id}-${account.id}`
  const [unscripted, formAction] = useActionState(unscriptedAction, { message: null, values: {} })
  const [starting] = useState(() => startingValues(about, props))
  const [defaults] = useState(() => ({ ...starting, ...unscripted.values, ...typedBeforeScripts(formId) }))
  const [resolver] = useState(() => resolverFor(about, order))
  const form = useForm<Values>({
    defaultValues: defaults,
    resolver,
    mode: 'onTouched',
    shouldFocusError: false,
  })
  const place = { order, operation: about.id, account: account.id, person: props.signedInAs }
  const draft = useDraft({ form, place, attemptKey: props.attemptKey, starting })
  const [summary, setSummary] = useState<readonly Listed[]>([])
  const [checked, setChecked] = useState<Checked | null>(null)
  const isHere = useIsHere()

  const sending = useSend({
    performAction,
    onSend: () => draft.mark(true),
    onReceipt: (receipt) => {
      draft.forget()
      onReceipt({ receipt, isHere: isHere(), zone: form.getValues('callZone') ?? '' })
    },
    onProblem: stopped,
  })

  /** The server's words about the input stand where the browser's would; everything else is said beside the send button. */
  function stopped(problem: Problem) {
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
      const examined = await examineNow(about, order, values)
      if (!examined.ok) return setSummary(listErrors(about, examined.errors))
      setSummary([])
      sending.clearProblem()
      setChecked(examined)
    },
    (found) => setSummary(listErrors(about, errorsOf(found))),
  )

  function change() {
    setChecked(null)
    sending.clearProblem()
  }

  function send({ override = false, key = draft.key } = {}) {
    if (checked === null) return
    const values = { ...checked.values, reason: form.getValues('reason') ?? '' }
    sending.send(callOf({ about, order, account, key }, values, override))
  }

  function sendAgain() {
    if (form.getValues('reason')?.trim()) return send({ override: true })
    form.setError('reason', { type: 'required', message: overrideReasonNeeded })
    form.setFocus('reason')
  }

  useEffect(() => {
    // The framework empties the form after its action; what was typed is put back.
    for (const [name, value] of Object.entries(unscripted.values)) form.setValue(name, value)
  }, [form, unscripted])

  return {
    formId,
    formAction,
    defaults,
    form,
    summary,
    checked,
    check,
    change,
    send: () => send(),
    sendAgain,
    sendAsNew: () => send({ key: draft.renewKey() }),
    pending: sending.pending,
    problem: sending.problem,
    attemptKey: draft.key,
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
