import Link from 'next/link'
import type { ComponentProps } from 'react'
import { buttonLook, type ButtonLook } from './button.tsx'

export interface ButtonLinkProps extends Omit<ComponentProps<typeof Link>, 'className'>, ButtonLook {}

/** Apart from the button, so that a page of errors does without the router's links. */
export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={buttonLook({ variant, size, className })} />
}
