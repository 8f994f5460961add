import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import type { FormParts } from './field-control.tsx'
import { idOf } from './values.ts'

/** Demanded when a contact changes, and kept in the history with the attempt. */
export function ReasonField({ form, errors, defaults }: FormParts) {
  return (
    <Field
      id={idOf('reason')}
      label="Reason for the change"
      hint="Who asked for it, and how you checked that they may. It stays in the history and is not sent to the CA."
      error={errors.reason?.message}
      required
    >
      {(control) => (
        <Textarea {...control} {...form.register('reason')} defaultValue={defaults.reason} rows={2} />
      )}
    </Field>
  )
}

/** What the work is done for. Prefilled by the link from the ticket. */
export function TicketFields({ form, errors, defaults }: FormParts) {
  return (
    <fieldset className="grid min-w-0 items-end gap-4 border-t pt-5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <legend className="sr-only">Ticket</legend>
      <Field id={idOf('ticket')} label="Ticket" optional error={errors.ticket?.message}>
        {(control) => (
          <TextInput
            {...control}
            {...form.register('ticket')}
            defaultValue={defaults.ticket}
            placeholder="Such as 48213"
            spellCheck={false}
          />
        )}
      </Field>
      <Field id={idOf('ticketSystem')} label="Ticket system" optional error={errors.ticketSystem?.message}>
        {(control) => (
          <TextInput
            {...control}
            {...form.register('ticketSystem')}
            defaultValue={defaults.ticketSystem}
            placeholder="Such as Zendesk"
            spellCheck={false}
          />
        )}
      </Field>
    </fieldset>
  )
}
