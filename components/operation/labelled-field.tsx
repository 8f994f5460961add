import type { ReactNode } from 'react'
import { Field, type FieldControl } from '#components/ui/field.tsx'
import type { ControlProps } from './field-control.tsx'
import { idOf } from './values.ts'

export interface LabelledFieldProps extends Pick<ControlProps, 'field' | 'errors'> {
  readonly after?: ReactNode
  readonly children: (control: FieldControl) => ReactNode
}

/** A field with the label, the hint and the demand that the catalogue gives it. */
export function LabelledField({ field, errors, after, children }: LabelledFieldProps) {
  return (
    <Field
      id={idOf(field.name)}
      label={field.label}
      hint={field.hint}
      error={errors[field.name]?.message}
      required={field.required}
      optional={!field.required}
      after={after}
    >
      {children}
    </Field>
  )
}
