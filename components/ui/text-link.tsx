import Link from 'next/link'
import type { ComponentProps } from 'react'
import { cx } from './cx.ts'

export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={cx('font-medium text-accent underline-offset-2 hover:underline', className)} />
  )
}
