import { TextInput } from '#components/ui/text-input.tsx'
import type { ControlProps } from '../field-control.tsx'
import { LabelledField } from '../labelled-field.tsx'

export function ExtensionControl({ field, form, errors, defaults }: ControlProps) {
  return (
    <LabelledField field={field} errors={errors}>
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
    </LabelledField>
  )
}
