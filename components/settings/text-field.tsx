import type { ReactNode } from 'react'
import { Field } from '#components/ui/field.tsx'
import { TextInput, type TextInputProps } from '#components/ui/text-input.tsx'
import type { FormParts } from './settings-form.tsx'

export interface TextFieldProps extends Omit<TextInputProps, 'id' | 'defaultValue' | 'autoComplete'> {
  readonly parts: FormParts
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What holds now. */
  readonly now?: string
  /** Of the field; `className` is the input's. */
  readonly fieldClassName?: string
}

/** A line of text in a settings form. The browser fills in nothing of its own: most of it is about somebody else. */
export function TextField(props: TextFieldProps) {
  const { parts, name, label, hint, now = '', required, fieldClassName, ...input } = props
  return (
    <Field
      id={parts.idOf(name)}
      label={label}
      hint={hint}
      error={parts.errorOf(name)}
      className={fieldClassName}
      required={required}
    >
      {(control) => (
        <TextInput
          {...control}
          {...input}
          name={name}
          defaultValue={parts.was(name, now)}
          autoComplete="off"
        />
      )}
    </Field>
  )
}
