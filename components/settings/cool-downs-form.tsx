'use client'

import { catalogue } from '#lib/ca/catalogue.ts'
import { operationIds } from '#lib/ca/operation.ts'
import type { Rules } from '#lib/desk/rules.ts'
import { MinutesField } from './minutes-field.tsx'
import { SettingsForm } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'

const groups = [...new Set(operationIds.map((id) => catalogue[id].group))]

export interface CoolDownsFormProps {
  readonly coolDowns: Rules['coolDowns']
  /** The server's, in minutes. */
  readonly usual: number
  readonly action: SettingsAction
}

export function CoolDownsForm({ coolDowns, usual, action }: CoolDownsFormProps) {
  return (
    <SettingsForm action={action} submit="Save cool-downs" pendingLabel="Saving…">
      {(parts) => (
        <>
          <p className="text-sm text-muted">
            In minutes, up to 1,440. Empty is the server’s: {usual}. 0 is none: the duplicate guard lets every
            repeat through.
          </p>
          {groups.map((group) => (
            <fieldset key={group} className="min-w-0">
              <legend className="mb-2 text-xs font-medium text-faint">{group}</legend>
              <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
                {operationIds
                  .filter((id) => catalogue[id].group === group)
                  .map((id) => (
                    <MinutesField
                      key={id}
                      parts={parts}
                      name={`coolDowns.${id}`}
                      label={catalogue[id].title}
                      now={String(coolDowns[id] ?? '')}
                      placeholder={String(usual)}
                    />
                  ))}
              </div>
            </fieldset>
          ))}
        </>
      )}
    </SettingsForm>
  )
}
