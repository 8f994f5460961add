import { useEffect, useEffectEvent, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import {
  changesOf,
  type DraftPlace,
  forgetDraft,
  forgetOthers,
  readDraft,
  refilled,
  saveDraft,
  tabStorage,
} from './draft.ts'
import { newKey, type Values } from './values.ts'

export interface DraftOptions {
  readonly form: UseFormReturn<Values>
  readonly place: DraftPlace
  readonly attemptKey: string
  readonly starting: Values
}

/** Keeps what is typed and its attempt key in this tab, over reloads, errors and an expired session, until there is a receipt. */
export function useDraft({ form, place, attemptKey, starting }: DraftOptions) {
  const [key, setKey] = useState(attemptKey)
  const [sent, setSent] = useState(false)
  const [restored, setRestored] = useState<'typed' | 'sent' | null>(null)

  const restore = useEffectEvent(() => {
    forgetOthers(tabStorage, place.person)
    const draft = readDraft(tabStorage, place)
    if (draft === null) return
    fill(form, refilled(draft, starting))
    setKey(draft.key)
    setSent(draft.sent)
    setRestored(draft.sent ? 'sent' : 'typed')
  })
  const keep = useEffectEvent((values: Values) => {
    if (sent || Object.keys(changesOf(values, starting)).length > 0) save(values, key, sent)
    else forgetDraft(tabStorage, place)
  })

  function save(values: Values, underKey: string, isSent: boolean) {
    saveDraft(tabStorage, place, {
      values: changesOf(values, starting),
      starting,
      key: underKey,
      sent: isSent,
    })
  }

  useEffect(() => {
    // Only the browser knows the draft, so it can be put in after the first paint alone.
    // oxlint-disable-next-line react/set-state-in-effect
    restore()
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) })
  }, [form])

  /** `isSent`: it left the browser and no receipt has come back yet. */
  function mark(isSent: boolean) {
    setSent(isSent)
    save(form.getValues(), key, isSent)
  }

  function renewKey(): string {
    const fresh = newKey()
    setKey(fresh)
    setSent(false)
    save(form.getValues(), fresh, false)
    return fresh
  }

  function startOver() {
    setKey(newKey())
    setSent(false)
    setRestored(null)
    form.clearErrors()
    fill(form, starting)
    forgetDraft(tabStorage, place)
  }

  return { key, restored, mark, renewKey, startOver, forget: () => forgetDraft(tabStorage, place) }
}

function fill(form: UseFormReturn<Values>, values: Values): void {
  for (const [name, value] of Object.entries(values)) form.setValue(name, value)
}
