import { type FocusEvent, useId } from 'react'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { findZone, zones } from '#lib/time/zones.ts'
import type { ControlProps } from '../field-control.tsx'
import { keepFocus } from '../keep-focus.ts'
import { useOwnZone } from '../time-lines.tsx'
import { idOf } from '../values.ts'

export interface ZoneFieldProps extends ControlProps {
  /** The list of zones takes some milliseconds to make, so it is made when the field is first entered. */
  readonly isListed: boolean
  readonly onTouch: () => void
  readonly onChoose: (zone: string) => void
}

/** Typing narrows the browser's own list by city, country and zone name; a city alone is understood when it is left. */
export function ZoneField({ form, errors, defaults, isListed, onTouch, onChoose }: ZoneFieldProps) {
  const list = useId()
  const own = useOwnZone()
  const field = form.register('callZone')

  async function leave(event: FocusEvent<HTMLInputElement>) {
    const found = findZone(event.target.value)
    if (found && found !== event.target.value) onChoose(found)
    await field.onBlur(event)
  }

  return (
    <div className="flex flex-col gap-1.5 sm:max-w-96">
      <Field
        id={idOf('callZone')}
        label="Time zone of the customer"
        hint="Type a city or a country."
        error={errors.callZone?.message}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            {...field}
            onFocus={onTouch}
            onBlur={leave}
            defaultValue={defaults.callZone}
            list={list}
            placeholder="Europe/Berlin"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <datalist id={list}>
        {(isListed ? zones() : []).map(({ zone, city, country }) => (
          <option key={zone} value={zone}>
            {country ? `${city}, ${country}` : city}
          </option>
        ))}
      </datalist>
      {own && <Shortcuts own={own} onChoose={onChoose} />}
    </div>
  )
}

/** The desk's own zone is one press away but never assumed: a call at the wrong hour is the customer's loss. */
function Shortcuts({ own, onChoose }: { own: string; onChoose: (zone: string) => void }) {
  const zones = own === 'UTC' ? ['UTC'] : [own, 'UTC']
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-faint">
      {zones.map((zone) => (
        <button
          key={zone}
          type="button"
          onMouseDown={keepFocus}
          onClick={() => onChoose(zone)}
          className="rounded-sm py-0.5 font-medium text-accent underline-offset-2 hover:underline"
        >
          {zone === own ? `Same as mine (${zone})` : zone}
        </button>
      ))}
    </p>
  )
}
