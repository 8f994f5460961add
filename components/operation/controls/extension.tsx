import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { ControlProps } from '../field-control.tsx'
import { idOf } from '../values.ts'

export function ExtensionControl({ field, form, errors, defaults }: ControlProps) {
  return (
    <Field
      id={idOf(field.name)}
      label={field.label}
      hint={field.hint}
      error={errors[field.name]?.message}
      required={field.required}
      optional={!field.required}
    >
      {(control) => (
        <TextInput
          {...control}
          {...form.register(field.name)}
          defaultValue={defaults[field.name]}
          inputMode="numeric"
          className="max-w-28"
          mono
        />
      )}
    </Field>
  )
}
