'use client'

import { useId, useState } from 'react'
import type { CallingHours } from '#lib/time/calling-hours.ts'
import { zones } from '#lib/time/zones.ts'
import { CheckboxGroup } from './checkbox-group.tsx'
import { SettingsForm } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'
import { TextField } from './text-field.tsx'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export function CallingHoursForm({ hours, action }: { hours: CallingHours; action: SettingsAction }) {
  const list = useId()
  // The list of zones takes some milliseconds to make, so it is made when the field is first entered.
  const [isListed, setListed] = useState(false)
  return (
    <SettingsForm action={action} submit="Save calling hours" pendingLabel="Saving…">
      {(parts) => (
        <>
          <TextField
            parts={parts}
            name="zone"
            label="Time zone"
            hint="Type a city. The hours are on the wall there, in summer and in winter."
            now={hours.zone}
            required
            list={list}
            onFocus={() => setListed(true)}
            spellCheck={false}
            fieldClassName="max-w-72"
          />
          <datalist id={list}>
            {isListed &&
              zones().map(({ zone, country }) => (
                <option key={zone} value={zone}>
                  {country}
                </option>
              ))}
          </datalist>
          <CheckboxGroup
            {...parts.boxes('days', hours.days.map(String))}
            legend="Days"
            listClassName="flex flex-wrap gap-x-5 gap-y-1"
            options={days.map((day, index) => ({ value: String(index + 1), label: day }))}
          />
          <div className="flex flex-wrap gap-x-4 gap-y-3">
            <TextField parts={parts} {...clock} name="from" label="From" now={hours.from} />
            <TextField parts={parts} {...clock} name="until" label="Until" now={hours.until} />
          </div>
          <p className="text-sm text-faint">
            24:00 is the end of the day. Every day from 00:00 to 24:00 means no limit.
          </p>
        </>
      )}
    </SettingsForm>
  )
}

const clock = {
  required: true,
  placeholder: '08:30',
  className: 'max-w-28 tabular-nums',
  fieldClassName: 'min-w-28',
} as const
