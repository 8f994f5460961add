import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'
import { FieldErrorText, FieldHint, OptionalWord } from './field.tsx'

export interface RadioOption {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
}

export interface RadioGroupProps {
  readonly id: string
  readonly name: string
  readonly legend: ReactNode
  readonly options: readonly RadioOption[]
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly required?: boolean
  readonly optional?: boolean
  readonly defaultValue?: string
  /** Spread on every radio: `register(…)`, `onChange`, `checked` and the like. */
  readonly inputProps?: ComponentProps<'input'>
  readonly className?: string
}

/** The first radio's id is the group's `id`, so an error summary can link to it. */
export function RadioGroup(props: RadioGroupProps) {
  const { id, name, legend, options, hint, error, required, optional, defaultValue, inputProps, className } =
    props
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className={cx('flex min-w-0 flex-col gap-1.5', className)} aria-describedby={describedBy}>
      <legend id={`${id}-label`} className="mb-1.5 text-sm font-medium text-ink">
        {legend}
        {optional && <OptionalWord />}
      </legend>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {error && <FieldErrorText id={id}>{error}</FieldErrorText>}
      {options.map((option, index) => (
        <Choice
          key={option.value}
          id={index === 0 ? id : `${id}-${index}`}
          label={option.label}
          hint={option.hint}
          invalid={Boolean(error)}
          isFirst={index === 0}
          inputProps={{
            name,
            value: option.value,
            required,
            ...(defaultValue !== undefined && { defaultChecked: defaultValue === option.value }),
            ...inputProps,
          }}
        />
      ))}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly id: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly invalid: boolean
  readonly isFirst: boolean
  readonly inputProps: ComponentProps<'input'>
}

/** A radio with its words; the whole row can be pressed. The first one carries the group's fault: it is where the summary leads. */
function Choice({ id, label, hint, invalid, isFirst, inputProps }: ChoiceProps) {
  return (
    <div className="relative flex items-start gap-2.5 py-0.5 pointer-coarse:py-1.5">
      <input
        {...inputProps}
        id={id}
        type="radio"
        // Global until ARIA 1.2, and browsers tell it of a radio still.
        // oxlint-disable-next-line jsx-a11y/role-supports-aria-props
        aria-invalid={(invalid && isFirst) || undefined}
        aria-describedby={hint ? `${id}-hint` : inputProps['aria-describedby']}
        className={cx(
          'relative z-1 mt-0.5 size-4 shrink-0 accent-accent-solid',
          invalid && 'outline-1 outline-refused',
        )}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block text-sm text-ink after:absolute after:inset-0">
          {label}
        </label>
        {hint && (
          <div id={`${id}-hint`} className="text-sm text-faint">
            {hint}
          </div>
        )}
      </div>
    </div>
  )
}
