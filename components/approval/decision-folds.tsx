'use client'

import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Field } from '#components/ui/field.tsx'
import { errorOf } from '#components/ui/form-state.ts'
import { KeyValue } from '#components/ui/key-value.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { catalogue } from '#lib/ca/catalogue.ts'
import {
  approveChangeAction,
  declineChangeAction,
  withdrawChangeAction,
} from '../../app/(desk)/approval-actions.ts'
import { changedValues } from './changed-values.tsx'
import { Fold } from './fold.tsx'
import { useDecision } from './use-decision.ts'
import type { WaitingChangeProps } from './waiting-change.tsx'

/** The second look: what will happen and to whom, once more, before the press that sends. */
export function ApproveFold({ approval, onMade }: WaitingChangeProps) {
  const decision = useDecision(approveChangeAction, onMade)
  const { id, operation, order, account, requester, override } = approval
  const about = catalogue[operation]
  return (
    <Fold
      name={`decide-${id}`}
      open={decision.cameBack || undefined}
      primary
      summary={<Named verb="Approve" title={about.title} />}
    >
      <DecisionForm {...decision} approval={id} label="Check before approving">
        <div>
          <h4 className="text-sm font-semibold">Check before approving</h4>
          <p className="mt-0.5 text-sm text-muted">{about.effect}</p>
        </div>
        <KeyValue
          items={[
            { term: 'Account', detail: <strong className="font-semibold">{account.label}</strong> },
            { term: 'Order', detail: order, mono: true },
            ...changedValues(approval),
            { term: 'What happens then', detail: about.afterwards },
          ]}
        />
        <p className="text-sm text-muted">{`It is sent at once, one time, as ${requester}’s attempt${override ? ', past the duplicate guard' : ''}.`}</p>
        <div>
          <Button type="submit" variant="primary" pending={decision.isPending}>
            Approve and send
          </Button>
        </div>
        <output className="block text-sm text-muted empty:hidden">
          {decision.isPending && `${about.sendingLabel} It can take a minute or more.`}
        </output>
      </DecisionForm>
    </Fold>
  )
}

export function DeclineFold({ approval, onMade }: WaitingChangeProps) {
  const decision = useDecision(declineChangeAction, onMade)
  const { id, operation, requester } = approval
  return (
    <Fold
      name={`decide-${id}`}
      open={decision.cameBack || undefined}
      summary={<Named verb="Decline" title={catalogue[operation].title} />}
    >
      <DecisionForm {...decision} approval={id} label="Decline">
        <Field
          id={`note-${id}`}
          label={`Why? ${requester} reads it.`}
          hint="Kept in the history."
          error={errorOf(decision.state, 'note')}
          required
        >
          {(control) => (
            <Textarea {...control} name="note" rows={2} maxLength={1000} defaultValue={decision.state.note} />
          )}
        </Field>
        <div>
          <Button type="submit" pending={decision.isPending} pendingLabel="Declining…">
            Decline the change
          </Button>
        </div>
      </DecisionForm>
    </Fold>
  )
}

export function WithdrawFold({ approval, onMade }: WaitingChangeProps) {
  const decision = useDecision(withdrawChangeAction, onMade)
  const { id, operation } = approval
  return (
    <Fold
      name={`decide-${id}`}
      open={decision.cameBack || undefined}
      summary={<Named verb="Withdraw" title={catalogue[operation].title} />}
    >
      <DecisionForm {...decision} approval={id} label="Withdraw">
        <p className="text-sm text-muted">Nobody can approve it then. To ask again, open the form anew.</p>
        <div>
          <Button type="submit" pending={decision.isPending} pendingLabel="Withdrawing…">
            Withdraw the request
          </Button>
        </div>
      </DecisionForm>
    </Fold>
  )
}

function Named({ verb, title }: { verb: string; title: string }) {
  return (
    <span>
      {verb}…<span className="sr-only">{` ${title}`}</span>
    </span>
  )
}

interface DecisionFormProps extends ReturnType<typeof useDecision> {
  readonly approval: string
  readonly label: string
  readonly children: ReactNode
}

function DecisionForm({ state, isPending, element, approval, label, children }: DecisionFormProps) {
  return (
    <form
      {...element}
      aria-label={label}
      className="flex max-w-2xl flex-col gap-3 rounded-md border bg-raised p-3.5"
    >
      {state.errors.length > 0 && !isPending && (
        <ErrorSummary
          errors={state.errors.map(({ field, message }) => ({
            field: field === 'note' ? `note-${approval}` : null,
            message,
          }))}
        />
      )}
      <input type="hidden" name="approval" value={approval} />
      {children}
    </form>
  )
}
