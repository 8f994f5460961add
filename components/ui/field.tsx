import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { StopIcon } from './icons.tsx'

/** What a control inside a field has to carry. Spread it on the native element. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

export interface FieldProps {
  readonly id: string
  readonly label: ReactNode
  /** Shown before the control, read out after its name. */
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly required?: boolean
  /** Adds "optional" to the label. */
  readonly optional?: boolean
  /** After the control and part of its description, such as a counter. */
  readonly after?: ReactNode
  readonly className?: string
  readonly children: (control: FieldControl) => ReactNode
}

export function Field(props: FieldProps) {
  const { id, label, hint, error, required, optional, after, className, children } = props
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`, after && `${id}-after`].filter(Boolean)
  return (
    <div className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <label id={`${id}-label`} htmlFor={id} className="text-sm font-medium text-ink">
        {label}
        {optional && <OptionalWord />}
      </label>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {error && <FieldErrorText id={id}>{error}</FieldErrorText>}
      {children({
        id,
        'aria-describedby': describedBy.join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      {after && (
        <div id={`${id}-after`} className="text-xs text-faint">
          {after}
        </div>
      )}
    </div>
  )
}

export function OptionalWord() {
  return <span className="font-normal text-faint"> (optional)</span>
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={`${id}-hint`} className="-mt-1 text-sm text-faint">
      {children}
    </div>
  )
}

export function FieldErrorText({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="flex gap-1.5 text-sm font-medium text-refused">
      <StopIcon className="mt-0.5" />
      <span>
        <span className="sr-only">Error: </span>
        {children}
      </span>
    </p>
  )
}
