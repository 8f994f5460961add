import { TextInput } from '#components/ui/text-input.tsx'
import type { ControlProps } from '../field-control.tsx'
import { LabelledField } from '../labelled-field.tsx'
import { KnownBefore } from '../known-before.tsx'

/** The browser's own memory stays out of it: an address that was typed for another customer must not be offered. */
export function EmailControl({ field, form, errors, defaults, known }: ControlProps) {
  return (
    <LabelledField field={field} errors={errors} after={<KnownBefore field={field} known={known} />}>
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
    </LabelledField>
  )
}
