import type { ReactNode } from 'react'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { FormParts } from './settings-form.tsx'

export interface MinutesFieldProps {
  readonly parts: FormParts
  readonly name: string
  readonly label: ReactNode
  readonly unit?: string
  readonly hint?: ReactNode
  readonly now: string
  readonly placeholder?: string
  readonly className?: string
}

/** A whole number with its unit beside it. */
export function MinutesField(props: MinutesFieldProps) {
  const { parts, name, label, unit = 'minutes', hint, now, placeholder, className } = props
  return (
    <Field id={parts.idOf(name)} label={label} hint={hint} error={parts.errorOf(name)} className={className}>
      {(control) => (
        <span className="flex items-center gap-2">
          <TextInput
            {...control}
            name={name}
            inputMode="numeric"
            defaultValue={parts.was(name, now)}
            placeholder={placeholder}
            autoComplete="off"
            className="max-w-24 tabular-nums"
          />
          <span aria-hidden="true" className="text-sm text-faint">
            {unit}
          </span>
        </span>
      )}
    </Field>
  )
}
