import { Select } from '#components/ui/select.tsx'
import { languages } from '#lib/ca/languages.ts'
import type { ControlProps } from '../field-control.tsx'
import { LabelledField } from '../labelled-field.tsx'

export function LanguageControl({ field, form, errors, defaults }: ControlProps) {
  return (
    <LabelledField field={field} errors={errors}>
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
    </LabelledField>
  )
}
