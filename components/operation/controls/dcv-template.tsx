import { useWatch } from 'react-hook-form'
import { Select } from '#components/ui/select.tsx'
import type { ControlProps } from '../field-control.tsx'
import { LabelledField } from '../labelled-field.tsx'
import { templateInWords } from '../receipt-text.ts'

/** Templates by the names an administrator gave them. Without any there is nothing to choose. */
export function DcvTemplateControl({ field, form, errors, defaults, templates }: ControlProps) {
  const held = useWatch({ control: form.control, name: field.name }) ?? ''
  // A draft or an earlier attempt may name one that has lost its name since: it is shown, never sent unseen.
  const isUnnamed = held !== '' && !templates.some(({ id }) => String(id) === held)
  if (templates.length === 0 && !isUnnamed) return null
  return (
    <LabelledField field={field} errors={errors}>
      {(control) => (
        <Select
          {...control}
          {...form.register(field.name)}
          defaultValue={defaults[field.name]}
          className="max-w-80"
        >
          <option value="">The CA’s own template</option>
          {isUnnamed && <option value={held}>{templateInWords(held, templates)}</option>}
          {templates.map(({ id, name }) => (
            <option key={id} value={String(id)}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </LabelledField>
  )
}
