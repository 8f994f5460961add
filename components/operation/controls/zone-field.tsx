import { type FocusEvent, useId } from 'react'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { guessedZone } from '#lib/time/country-zones.ts'
import { findZone, zones } from '#lib/time/zones.ts'
import type { ControlProps } from '../field-control.tsx'
import { keepFocus } from '../keep-focus.ts'
import { useOwnZone } from '../time-lines.tsx'
import { idOf } from '../values.ts'
import { useTypedPlace } from './use-typed-place.ts'
import { ZoneGuess } from './zone-guess.tsx'

export interface ZoneFieldProps extends ControlProps {
  readonly zone: string
  readonly now: number | null
  /** The list of zones takes some milliseconds to make, so it is made when the field is first entered. */
  readonly isListed: boolean
  readonly onTouch: () => void
  readonly onChoose: (zone: string) => void
}

/** Typing narrows the browser's own list by city, country and zone name; a city alone is understood when it is left. */
export function ZoneField(props: ZoneFieldProps) {
  const { form, errors, defaults, zone, now, isListed, onTouch, onChoose } = props
  const { known, phonePlace, prefill } = props
  const list = useId()
  const own = useOwnZone()
  const place = useTypedPlace()
  const field = form.register('callZone')

  async function leave(event: FocusEvent<HTMLInputElement>) {
    const typed = event.target.value
    const hint = findZone(typed) === null ? await place.read(typed) : null
    const found = findZone(typed) ?? guessedZone(hint?.place)
    // What was typed meanwhile stands.
    if (found && found !== typed && form.getValues('callZone') === typed) onChoose(found)
    await field.onBlur(event)
  }

  const fromHistory = phonePlace && known.phone ? { number: known.phone.value, place: phonePlace } : null
  const hint = place.typed ?? fromHistory

  return (
    <div className="flex flex-col gap-1.5 sm:max-w-96">
      <Field
        id={idOf('callZone')}
        label="Time zone of the customer"
        hint="Type a city, a country or the customer’s number."
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
      <div aria-live="polite" className="empty:hidden">
        {hint && (
          <ZoneGuess
            hint={hint}
            zone={zone}
            isFromLink={prefill?.tz === zone && place.typed === null}
            now={now}
            onChoose={onChoose}
          />
        )}
      </div>
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
