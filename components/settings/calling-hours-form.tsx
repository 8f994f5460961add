'use client'

import { useId, useState } from 'react'
import type { CallingHours } from '#lib/time/calling-hours.ts'
import { zones } from '#lib/time/zones.ts'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { CheckboxGroup } from './checkbox-group.tsx'
import { SettingsForm, type FormParts } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export function CallingHoursForm({ hours, action }: { hours: CallingHours; action: SettingsAction }) {
  const list = useId()
  // The list of zones takes some milliseconds to make, so it is made when the field is first entered.
  const [isListed, setListed] = useState(false)
  return (
    <SettingsForm action={action} submit="Save calling hours" pendingLabel="Saving…">
      {(parts) => (
        <>
          <Field
            id={parts.idOf('zone')}
            label="Time zone"
            hint="Type a city. The hours are on the wall there, in summer and in winter."
            error={parts.errorOf('zone')}
            className="max-w-72"
            required
          >
            {(control) => (
              <TextInput
                {...control}
                name="zone"
                list={list}
                onFocus={() => setListed(true)}
                defaultValue={parts.was('zone', hours.zone)}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
          <datalist id={list}>
            {isListed &&
              zones().map(({ zone, country }) => (
                <option key={zone} value={zone}>
                  {country}
                </option>
              ))}
          </datalist>
          <CheckboxGroup
            id={parts.idOf('days')}
            name="days"
            legend="Days"
            error={parts.errorOf('days')}
            chosen={parts.wereChosen('days', hours.days.map(String))}
            listClassName="flex flex-wrap gap-x-5 gap-y-1"
            options={days.map((day, index) => ({ value: String(index + 1), label: day }))}
          />
          <div className="flex flex-wrap gap-x-4 gap-y-3">
            <Clock parts={parts} name="from" label="From" now={hours.from} />
            <Clock parts={parts} name="until" label="Until" now={hours.until} />
          </div>
          <p className="text-sm text-faint">
            24:00 is the end of the day. Every day from 00:00 to 24:00 means no limit.
          </p>
        </>
      )}
    </SettingsForm>
  )
}

interface ClockProps {
  readonly parts: FormParts
  readonly name: 'from' | 'until'
  readonly label: string
  readonly now: string
}

function Clock({ parts, name, label, now }: ClockProps) {
  return (
    <Field id={parts.idOf(name)} label={label} error={parts.errorOf(name)} className="min-w-28" required>
      {(control) => (
        <TextInput
          {...control}
          name={name}
          defaultValue={parts.was(name, now)}
          placeholder="08:30"
          autoComplete="off"
          className="max-w-28 tabular-nums"
        />
      )}
    </Field>
  )
}
