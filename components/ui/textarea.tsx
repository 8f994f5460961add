import type { ComponentProps } from 'react'
import { controlLook } from './control.ts'
import { cx } from './cx.ts'

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea {...rest} rows={rows} className={cx(controlLook, 'field-sizing-content min-h-16', className)} />
  )
}
