import { Disclosure } from '#components/ui/disclosure.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { ControlProps } from '../field-control.tsx'
import { idOf } from '../values.ts'

/** Seldom needed, so it is folded away; open when it holds something, so that nothing is sent unseen. */
export function OrderNumberControl({ field, form, errors, defaults }: ControlProps) {
  const error = errors[field.name]?.message
  const isFilled = Boolean(error) || form.getValues(field.name) !== ''
  return (
    <Disclosure summary="Use the base order number instead" open={isFilled}>
      <Field
        id={idOf(field.name)}
        label={field.label}
        hint={field.hint}
        error={error}
        optional={!field.required}
      >
        {(control) => (
          <TextInput
            {...control}
            {...form.register(field.name)}
            defaultValue={defaults[field.name]}
            inputMode="numeric"
            className="max-w-56"
            mono
          />
        )}
      </Field>
    </Disclosure>
  )
}
