'use client'

import { RadioGroup } from '#components/ui/radio-group.tsx'
import { roleOptions } from './role-choice.ts'
import { SettingsForm } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'
import { TextField } from './text-field.tsx'

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
      {(parts) => (
        <>
          <p className="text-sm text-muted">
            You get a link with which the person sets their own password, once. Nothing is mailed.
          </p>
          <TextField parts={parts} name="name" label="Name" hint="As it stands in the history." required />
          <TextField
            parts={parts}
            name="email"
            label="E-mail address"
            required
            type="email"
            spellCheck={false}
          />
          <RadioGroup {...parts.radios('role', 'agent')} legend="Role" options={roleOptions} />
        </>
      )}
    </SettingsForm>
  )
}
