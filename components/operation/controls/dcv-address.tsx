import { useWatch } from 'react-hook-form'
import { Field } from '#components/ui/field.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { ControlProps } from '../field-control.tsx'
import { KnownBefore } from '../known-before.tsx'
import { idOf } from '../values.ts'

/** The address used last time, or another one that the CA offered within the last 24 hours. */
export function DcvAddressControl({ field, form, errors, defaults, known }: ControlProps) {
  const choice = useWatch({ control: form.control, name: 'dcvChoice' }) ?? defaults.dcvChoice
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        id="field-dcvChoice"
        name="dcvChoice"
        legend={field.label}
        defaultValue={defaults.dcvChoice}
        inputProps={form.register('dcvChoice')}
        options={[
          {
            value: 'same',
            label: 'Same as last time',
            hint: <LastTime value={known.dcvEmail?.value ?? null} />,
          },
          { value: 'other', label: 'Another address that the CA accepts' },
        ]}
      />
      {choice === 'other' && (
        <Field
          id={idOf(field.name)}
          className="ml-6.5"
          label="E-mail address"
          hint="The CA takes only an address that it has offered for this domain within the last 24 hours, such as admin@ or postmaster@ the domain."
          error={errors[field.name]?.message}
          required
          after={<KnownBefore field={field} known={known} />}
        >
          {(control) => (
            <TextInput
              {...control}
              {...form.register(field.name)}
              defaultValue={defaults[field.name]}
              inputMode="email"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
      )}
    </div>
  )
}

function LastTime({ value }: { value: string | null }) {
  if (value === null) return 'The CA sends it to the address it used before.'
  return `The CA sends it to the address it used before. This desk last named ${value}.`
}
