import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { LocalTime } from '#lib/time/callback-time.ts'
import { isZone } from '#lib/time/zones.ts'
import type { ControlProps } from '../field-control.tsx'
import { useMinute, usePlanner } from '../use-planner.ts'
import { idOf, type Values } from '../values.ts'
import { PlannedCall } from './planned-call.tsx'
import { SuggestedCalls } from './suggested-calls.tsx'
import { ZoneField } from './zone-field.tsx'

/** A date and time on the customer's wall. What it means in UTC is shown at once and computed again when the form is checked. */
export function CallbackTimeControl(props: ControlProps) {
  const { field, form, errors, defaults, callingHours: hours = null } = props
  const now = useMinute()
  const [date = '', time = '', zone = '', which = ''] = useWatch({
    control: form.control,
    name: ['callDate', 'callTime', 'callZone', 'callWhich'],
  })
  const [isTouched, setTouched] = useState(false)
  const planner = usePlanner(isTouched || zone !== '')
  const isZoned = planner !== null && isZone(zone)

  /** Filled in for the person, and so without waiting for them to leave the field. */
  function choose(values: Values) {
    for (const [name, value] of Object.entries(values)) {
      form.setValue(name, value, { shouldDirty: true, shouldValidate: errors[name] !== undefined })
    }
  }
  const chooseLocal = ({ date, time }: LocalTime) => choose({ callDate: date, callTime: time, callWhich: '' })

  return (
    <fieldset className="flex min-w-0 flex-col gap-4" aria-describedby={`${idOf('callZone')}-about`}>
      <legend className="mb-0.5 text-sm font-medium text-ink">{field.label}</legend>
      <p id={`${idOf('callZone')}-about`} className="text-sm text-faint">
        {field.hint}
      </p>
      <ZoneField
        {...props}
        zone={zone}
        now={now}
        isListed={isTouched}
        onTouch={() => setTouched(true)}
        onChoose={(callZone) => choose({ callZone, callWhich: '' })}
      />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] gap-4 sm:max-w-96 [&_input]:mt-auto">
        <Field id={idOf('callDate')} label="Date there" error={errors.callDate?.message} required>
          {(control) => (
            <TextInput
              {...control}
              {...form.register('callDate')}
              defaultValue={defaults.callDate}
              type="date"
              min={isZoned && now !== null ? planner.todayIn(now, zone) : undefined}
            />
          )}
        </Field>
        <Field id={idOf('callTime')} label="Time there" error={errors.callTime?.message} required>
          {(control) => (
            <TextInput
              {...control}
              {...form.register('callTime')}
              defaultValue={defaults.callTime}
              type="time"
            />
          )}
        </Field>
      </div>
      {isZoned && now !== null && (
        <SuggestedCalls planner={planner} zone={zone} now={now} hours={hours} onPick={chooseLocal} />
      )}
      {isZoned && now !== null && (
        <PlannedCall
          {...props}
          planner={planner}
          now={now}
          local={{ date, time }}
          zone={zone}
          which={which}
          onChoose={chooseLocal}
        />
      )}
    </fieldset>
  )
}
