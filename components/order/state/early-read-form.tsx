import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Textarea } from '#components/ui/textarea.tsx'

export const earlyReadForm = 'read-state'

export interface EarlyReadFormProps {
  readonly reason: string
  readonly onReason: (reason: string) => void
  /** What the server says against the reason, or null. */
  readonly error: string | null
  readonly pending: boolean
  readonly onSend: () => void
  readonly onCancel: () => void
}

/** Asks why an order is read before the CA’s time is over. What was typed stays until a read has told something. */
export function EarlyReadForm({ reason, onReason, error, pending, onSend, onCancel }: EarlyReadFormProps) {
  const input = useRef<HTMLTextAreaElement>(null)
  const [isMissing, setMissing] = useState(false)

  useEffect(() => input.current?.focus(), [])

  function send(event: FormEvent) {
    event.preventDefault()
    if (pending) return
    const isBlank = reason.trim() === ''
    setMissing(isBlank)
    if (isBlank) input.current?.focus()
    else onSend()
  }
  function cancelOnEscape(event: KeyboardEvent) {
    if (event.key === 'Escape') onCancel()
  }

  return (
    <form
      id={earlyReadForm}
      noValidate
      aria-label="Read the state before it is due"
      onSubmit={send}
      className="mt-3 flex max-w-xl flex-col gap-3 border-t pt-3"
    >
      <Field
        id="read-state-reason"
        label="Why can it not wait?"
        hint="The CA asks for three hours between two reads of an order. Your reason goes into the history."
        error={isMissing ? 'Say in a few words why it is read now.' : error}
        required
      >
        {(control) => (
          <Textarea
            {...control}
            ref={input}
            rows={2}
            value={reason}
            onKeyDown={cancelOnEscape}
            onChange={(event) => {
              setMissing(false)
              onReason(event.target.value)
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="sm" pending={pending}>
          Read it now
        </Button>
        <Button variant="ghost" size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
