import type { ComponentProps, ReactNode } from 'react'
import { Choice, ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx'

export interface RadioOption {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
}

export interface RadioGroupProps extends Omit<ChoiceGroupProps, 'children'> {
  readonly name: string
  readonly options: readonly RadioOption[]
  readonly required?: boolean
  readonly defaultValue?: string
  /** Spread on every radio: `register(…)`, `onChange`, `checked` and the like. */
  readonly inputProps?: ComponentProps<'input'>
}

/** One of a list. The first radio's id is the group's `id`, so an error summary can link to it. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, options, required, defaultValue, inputProps, ...group } = props
  return (
    <ChoiceGroup {...group}>
      {options.map(({ value, label, hint }, index) => (
        <Choice
          key={value}
          group={group.id}
          index={index}
          label={label}
          hint={hint}
          isInvalid={Boolean(group.error)}
          inputProps={{
            name,
            value,
            required,
            ...(defaultValue !== undefined && { defaultChecked: defaultValue === value }),
            ...inputProps,
            type: 'radio',
          }}
        />
      ))}
    </ChoiceGroup>
  )
}
