'use client'

import type { AccountLine } from '#lib/desk/read-settings-accounts.ts'
import { HoldCauses } from '#components/desk/hold-causes.tsx'
import { Field } from '#components/ui/field.tsx'
import { HoldIcon } from '#components/ui/icons.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { Time } from '#components/ui/time.tsx'
import { SettingsForm } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'

/** Pause and lift in one form, so that what it said stays when it turns round, above what it asks for now. */
export function SendingForm({ account, action }: { account: AccountLine; action: SettingsAction }) {
  const { hold } = account
  return (
    <SettingsForm
      action={action}
      hidden={{ account: account.id, sending: hold === null ? 'pause' : 'lift' }}
      submit={hold === null ? 'Pause sending' : 'Lift the hold'}
      pendingLabel={hold === null ? 'Pausing…' : 'Lifting the hold…'}
      turns
    >
      {({ idOf, errorOf, was }) =>
        hold === null ? (
          <>
            <p className="text-sm text-muted">
              Operations are sent. A pause stops everybody’s sending and reading with this account until an
              administrator lifts it; what is under way is finished.
            </p>
            <Field
              key="reason"
              id={idOf('reason')}
              label="Why is it paused?"
              hint="Shown to everybody whom it stops. 300 characters at most."
              error={errorOf('reason')}
              required
            >
              {(control) => (
                <Textarea
                  {...control}
                  name="reason"
                  rows={2}
                  defaultValue={was('reason', '')}
                  maxLength={300}
                />
              )}
            </Field>
          </>
        ) : (
          <>
            <div className="text-sm">
              <p className="inline-flex items-center gap-1.5 rounded-sm bg-refused-soft py-px pr-2 pl-1.5 font-medium text-refused">
                <HoldIcon />
                On hold
              </p>
              <p className="mt-1 wrap-anywhere text-muted">
                {hold.reason} Nothing is sent with this account since <Time at={hold.at} show="both" />.
              </p>
              {!hold.isPause && (
                <>
                  <p className="mt-3 mb-1 font-medium">
                    One of four things is wrong; the CA does not say which:
                  </p>
                  <HoldCauses settings="" />
                </>
              )}
            </div>
            <Field
              key="note"
              id={idOf('note')}
              label={hold.isPause ? 'Why may it send again?' : 'What did you check, and what was wrong?'}
              hint="Kept in the history."
              error={errorOf('note')}
              required
            >
              {(control) => (
                <Textarea {...control} name="note" rows={2} defaultValue={was('note', '')} maxLength={1000} />
              )}
            </Field>
          </>
        )
      }
    </SettingsForm>
  )
}
