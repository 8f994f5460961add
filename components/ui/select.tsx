import type { ComponentProps } from 'react'
import { controlLook } from './control.ts'
import { cx } from './cx.ts'
import { ChevronDownIcon } from './icons.tsx'

/** The browser's own select, drawn like the other controls. Options are its children. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cx('relative block', className)}>
      <select {...rest} className={cx(controlLook, 'min-h-8.5 appearance-none truncate pr-8')}>
        {children}
      </select>
      <ChevronDownIcon className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-muted" />
    </span>
  )
}
