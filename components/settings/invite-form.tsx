'use client'

import { Field } from '#components/ui/field.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { roleOptions } from './role-choice.ts'
import { SettingsForm } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'

export function InviteForm({ invitePersonAction }: { invitePersonAction: SettingsAction }) {
  return (
    <SettingsForm
      summary="Invite a person"
      action={invitePersonAction}
      submit="Invite"
      pendingLabel="Inviting…"
      variant="primary"
      another="Invite another person"
      className="max-w-lg pb-1"
    >
      {({ idOf, errorOf, was }) => (
        <>
          <p className="text-sm text-muted">
            You get a link with which the person sets their own password, once. Nothing is mailed.
          </p>
          <Field
            id={idOf('name')}
            label="Name"
            hint="As it stands in the history."
            error={errorOf('name')}
            required
          >
            {(control) => (
              <TextInput {...control} name="name" defaultValue={was('name', '')} autoComplete="off" />
            )}
          </Field>
          <Field id={idOf('email')} label="E-mail address" error={errorOf('email')} required>
            {(control) => (
              <TextInput
                {...control}
                name="email"
                type="email"
                defaultValue={was('email', '')}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
          <RadioGroup
            id={idOf('role')}
            name="role"
            legend="Role"
            options={roleOptions}
            error={errorOf('role')}
            defaultValue={was('role', 'agent')}
          />
        </>
      )}
    </SettingsForm>
  )
}
