'use client'

import { roleWords } from '#components/shell/role-words.ts'
import { roles } from '#lib/desk/receipt.ts'
import type { RulesView } from '#lib/desk/read-settings.ts'
import type { Rules } from '#lib/desk/rules.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { CheckboxGroup } from './checkbox-group.tsx'
import { MinutesField } from './minutes-field.tsx'
import { SettingsForm } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'

export interface RuleFormProps {
  readonly rules: Rules
  readonly action: SettingsAction
}

export function ContactChangesForm({ rules, action }: RuleFormProps) {
  return (
    <SettingsForm action={action} submit="Save contact changes" pendingLabel="Saving…">
      {(parts) => (
        <>
          <RadioGroup
            {...parts.radios('secondPerson', rules.secondPerson ? 'yes' : 'no')}
            legend="Who has to agree"
            options={[
              { value: 'no', label: 'Nobody: it is sent when it is checked' },
              {
                value: 'yes',
                label: 'A second person',
                hint: 'Another manager or administrator approves it, then it is sent once.',
              },
            ]}
          />
          <MinutesField
            parts={parts}
            name="approvalHours"
            label="A change runs out after"
            unit="hours"
            hint="Counts where a second person has to agree. 1 to 168."
            now={String(rules.approvalHours)}
          />
        </>
      )}
    </SettingsForm>
  )
}

export function FactorRolesForm({ rules, action }: RuleFormProps) {
  return (
    <SettingsForm action={action} submit="Save second factor" pendingLabel="Saving…">
      {(parts) => (
        <CheckboxGroup
          {...parts.boxes('secondFactorRoles', rules.secondFactorRoles)}
          legend="Roles that need one"
          hint="Whoever has none yet sets one up at the next sign-in."
          options={roles.map((role) => ({ value: role, label: roleWords[role] }))}
        />
      )}
    </SettingsForm>
  )
}

export function SessionLimitsForm({
  rules,
  server,
  action,
}: RuleFormProps & { server: RulesView['server'] }) {
  return (
    <SettingsForm action={action} submit="Save session limits" pendingLabel="Saving…">
      {(parts) => (
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          <MinutesField
            parts={parts}
            name="sessionIdleMinutes"
            label="Without doing anything"
            hint={`Empty is the server’s: ${server.sessionIdle} minutes.`}
            now={String(rules.sessionIdleMinutes ?? '')}
            placeholder={String(server.sessionIdle)}
          />
          <MinutesField
            parts={parts}
            name="sessionMinutes"
            label="In all"
            hint={`Empty is the server’s: ${server.session} minutes.`}
            now={String(rules.sessionMinutes ?? '')}
            placeholder={String(server.session)}
          />
        </div>
      )}
    </SettingsForm>
  )
}
