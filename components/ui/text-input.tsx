import type { ComponentProps } from 'react'
import { controlLook } from './control.ts'
import { cx } from './cx.ts'

export interface TextInputProps extends ComponentProps<'input'> {
  /** For order numbers, phone numbers, codes. */
  readonly mono?: boolean
}

export function TextInput({ className, mono = false, type = 'text', ...rest }: TextInputProps) {
  return (
    <input
      {...rest}
      type={type}
      className={cx(controlLook, 'min-h-8.5', mono && 'font-mono tracking-tight', className)}
    />
  )
}
