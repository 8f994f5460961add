import type { ComponentProps, ReactNode } from 'react'
import { FieldErrorText } from './field.tsx'
import { Choice } from './radio-group.tsx'

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'className'> {
  readonly id: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | null
}

export function Checkbox({ id, label, hint, error, ...rest }: CheckboxProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {error && <FieldErrorText id={id}>{error}</FieldErrorText>}
      <Choice
        type="checkbox"
        id={id}
        label={label}
        hint={hint}
        invalid={Boolean(error)}
        inputProps={{
          ...rest,
          'aria-invalid': error ? true : undefined,
          'aria-describedby': error ? `${id}-error` : rest['aria-describedby'],
        }}
      />
    </div>
  )
}
