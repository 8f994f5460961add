import type { ReactNode } from 'react'
import { Choice, ChoiceGroup, type ChoiceGroupProps } from '#components/ui/choice-group.tsx'

export interface CheckboxOption {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** Kept in the form and out of sight, such as by a search. */
  readonly isHidden?: boolean
}

export interface CheckboxGroupProps extends Omit<ChoiceGroupProps, 'children' | 'optional'> {
  /** The form's name for the list; `[]` is added. */
  readonly name: string
  readonly options: readonly CheckboxOption[]
  readonly chosen: readonly string[]
  /** Between the legend and the boxes. */
  readonly before?: ReactNode
  /** Of the box around the options. */
  readonly listClassName?: string
}

/** Several of a list. The first box's id is the group's, so an error summary can link to it. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { name, options, chosen, before, listClassName, ...group } = props
  return (
    <ChoiceGroup {...group}>
      {before}
      <div className={listClassName}>
        {options.map(({ value, ...words }, index) => (
          <Choice
            key={value}
            {...words}
            group={group.id}
            index={index}
            isInvalid={Boolean(group.error)}
            inputProps={{
              type: 'checkbox',
              name: `${name}[]`,
              value,
              defaultChecked: chosen.includes(value),
            }}
          />
        ))}
      </div>
    </ChoiceGroup>
  )
}
