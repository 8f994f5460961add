import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'
import { FieldErrorText, FieldHint, OptionalWord } from './field.tsx'

export interface ChoiceGroupProps {
  readonly id: string
  readonly legend: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly optional?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** Radios or checkboxes under one legend, with the group's hint and fault. */
export function ChoiceGroup({ id, legend, hint, error, optional, className, children }: ChoiceGroupProps) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className={cx('flex min-w-0 flex-col gap-1.5', className)} aria-describedby={describedBy}>
      <legend id={`${id}-label`} className="mb-1.5 text-sm font-medium text-ink">
        {legend}
        {optional && <OptionalWord />}
      </legend>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {error && <FieldErrorText id={id}>{error}</FieldErrorText>}
      {children}
    </fieldset>
  )
}

export interface ChoiceProps {
  /** The group's id. The first choice has it as its own, so an error summary can link to it. */
  readonly group: string
  readonly index: number
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly isInvalid: boolean
  readonly isHidden?: boolean
  readonly inputProps: ComponentProps<'input'> & { readonly type: 'radio' | 'checkbox' }
}

/** A radio or checkbox with its words; the whole row can be pressed. The first one carries the group's fault: it is where the summary leads. */
export function Choice({ group, index, label, hint, isInvalid, isHidden, inputProps }: ChoiceProps) {
  const id = index === 0 ? group : `${group}-${index}`
  return (
    <div hidden={isHidden} className="relative flex items-start gap-2.5 py-0.5 pointer-coarse:py-1.5">
      <input
        {...inputProps}
        id={id}
        // Global until ARIA 1.2, and browsers tell it of a radio still.
        // oxlint-disable-next-line jsx-a11y/role-supports-aria-props
        aria-invalid={(isInvalid && index === 0) || undefined}
        aria-describedby={hint ? `${id}-hint` : inputProps['aria-describedby']}
        className={cx(
          'relative z-1 mt-0.5 size-4 shrink-0 accent-accent-solid',
          isInvalid && 'outline-1 outline-refused',
        )}
      />
      <div className="min-w-0 wrap-anywhere">
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
