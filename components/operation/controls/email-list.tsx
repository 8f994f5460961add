import { useWatch } from 'react-hook-form'
import { Textarea } from '#components/ui/textarea.tsx'
import type { ControlProps } from '../field-control.tsx'
import { LabelledField } from '../labelled-field.tsx'

/** One for each line or with commas between them, as they come out of a ticket. */
export function EmailListControl({ field, form, errors, defaults }: ControlProps) {
  const typed = useWatch({ control: form.control, name: field.name }) ?? ''
  const count = typed.split(/[\s,;]+/).filter(Boolean).length
  return (
    <LabelledField
      field={field}
      errors={errors}
      after={
        count === 0
          ? 'To every address in the certificate'
          : count === 1
            ? 'To 1 address'
            : `To ${count} addresses`
      }
    >
      {(control) => (
        <Textarea
          {...control}
          {...form.register(field.name)}
          defaultValue={defaults[field.name]}
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="One for each line, or separated by commas"
        />
      )}
    </LabelledField>
  )
}
