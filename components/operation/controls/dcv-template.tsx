import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import type { ControlProps } from '../field-control.tsx'
import { idOf } from '../values.ts'

/** Templates by the names an administrator gave them. Without any there is nothing to choose. */
export function DcvTemplateControl({ field, form, errors, defaults, templates }: ControlProps) {
  if (templates.length === 0) return null
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
          <option value="">The CA’s own template</option>
          {templates.map(({ id, name }) => (
            <option key={id} value={String(id)}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
