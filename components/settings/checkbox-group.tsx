import type { ReactNode } from 'react'
import { cx } from '#components/ui/cx.ts'
import { FieldErrorText, FieldHint } from '#components/ui/field.tsx'

export interface CheckboxOption {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** Kept in the form and out of sight, such as by a search. */
  readonly isHidden?: boolean
}

export interface CheckboxGroupProps {
  readonly id: string
  /** The form's name for the list; `[]` is added. */
  readonly name: string
  readonly legend: ReactNode
  readonly options: readonly CheckboxOption[]
  readonly chosen: readonly string[]
  readonly hint?: ReactNode
  readonly error?: string | null
  /** Between the legend and the boxes. */
  readonly before?: ReactNode
  readonly className?: string
  /** Of the box around the options. */
  readonly listClassName?: string
}

/** Several of a list. The first box's id is the group's, so an error summary can link to it. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { id, name, legend, options, chosen, hint, error, before, className, listClassName } = props
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className={cx('flex min-w-0 flex-col gap-1.5', className)} aria-describedby={describedBy}>
      <legend id={`${id}-label`} className="mb-1.5 text-sm font-medium text-ink">
        {legend}
      </legend>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {error && <FieldErrorText id={id}>{error}</FieldErrorText>}
      {before}
      <div className={listClassName}>
        {options.map((option, index) => (
          <Box
            key={option.value}
            id={index === 0 ? id : `${id}-${index}`}
            name={`${name}[]`}
            option={option}
            isChosen={chosen.includes(option.value)}
            isInvalid={Boolean(error) && index === 0}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface BoxProps {
  readonly id: string
  readonly name: string
  readonly option: CheckboxOption
  readonly isChosen: boolean
  readonly isInvalid: boolean
}

function Box({ id, name, option: { value, label, hint, isHidden }, isChosen, isInvalid }: BoxProps) {
  return (
    <div
      hidden={isHidden}
      className={cx('relative flex items-start gap-2.5 py-0.5 pointer-coarse:py-1.5', isHidden && 'hidden')}
    >
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={isChosen}
        aria-invalid={isInvalid || undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative z-1 mt-0.5 size-4 shrink-0 accent-accent-solid"
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
