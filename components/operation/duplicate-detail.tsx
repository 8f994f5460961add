import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { KeyValue } from '#components/ui/key-value.tsx'
import { OutcomeMark } from '#components/ui/outcome-mark.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { Time } from '#components/ui/time.tsx'
import type { Duplicate } from '#lib/desk/receipt.ts'
import { receiptOf } from './links.ts'
import { ticketInWords } from './receipt-text.ts'
import { idOf } from './values.ts'
import type { SentStepProps } from './use-sender.ts'

/** Who did the same, when, for which ticket and with what outcome; and, once it is settled, the way past it with a reason. */
export function DuplicateDetail({ duplicate, ...props }: SentStepProps & { duplicate: Duplicate }) {
  const { about, order, account } = props
  const { ticket } = duplicate
  return (
    <>
      <KeyValue
        items={[
          { term: 'Outcome', detail: <OutcomeMark kind={duplicate.kind} look="line" /> },
          { term: 'Sent by', detail: duplicate.actor },
          { term: 'Sent at', detail: <Time at={duplicate.at} show="both" /> },
          { term: 'Ticket', detail: ticket === null ? 'None' : ticketInWords(ticket.id, ticket.system) },
        ]}
      />
      <p>
        <TextLink href={receiptOf({ order, account, ticket, operation: about.id }, duplicate.attempt)}>
          See that attempt
        </TextLink>
      </p>
      {duplicate.kind !== null && <GoPast {...props} />}
    </>
  )
}

function GoPast({ state, sender }: SentStepProps) {
  const { form } = state
  return (
    <div className="mt-1.5 flex flex-col gap-3 border-t border-doubt/30 pt-3.5">
      <Field
        id={idOf('reason')}
        label="Why it has to be sent again"
        hint="It is kept in the history."
        error={form.formState.errors.reason?.message}
        required
      >
        {(control) => <Textarea {...control} {...form.register('reason')} rows={2} />}
      </Field>
      <div>
        <Button pending={sender.pending} onClick={sender.sendAgain}>
          {`${sender.label} all the same`}
        </Button>
      </div>
    </div>
  )
}
