import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { languages } from '#lib/ca/languages.ts'
import type { ControlProps } from '../field-control.tsx'
import { idOf } from '../values.ts'

export function LanguageControl({ field, form, errors, defaults }: ControlProps) {
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
        <Select
          {...control}
          {...form.register(field.name)}
          defaultValue={defaults[field.name]}
          className="max-w-80"
        >
          <option value="">Not chosen</option>
          {languages.map(({ value, english, own }) => (
            <option key={value} value={value}>
              {english === own ? english : `${english} · ${own}`}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
