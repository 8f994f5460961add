import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { ControlProps } from '../field-control.tsx'
import { KnownBefore } from '../known-before.tsx'
import { idOf } from '../values.ts'

/** The browser's own memory stays out of it: an address that was typed for another customer must not be offered. */
export function EmailControl({ field, form, errors, defaults, known }: ControlProps) {
  return (
    <Field
      id={idOf(field.name)}
      label={field.label}
      hint={field.hint}
      error={errors[field.name]?.message}
      required={field.required}
      optional={!field.required}
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
  )
}
