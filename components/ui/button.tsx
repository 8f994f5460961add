import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { cx } from './cx.ts'
import { Spinner } from './spinner.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost'
export type ButtonSize = 'sm' | 'md'

export interface ButtonLook {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly className?: string
}

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent-solid text-on-accent shadow-card hover:bg-accent-hover',
  secondary: 'border-control/60 bg-surface text-ink shadow-card hover:bg-sunken',
  ghost: 'border-transparent text-muted hover:bg-sunken hover:text-ink',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-7 px-2.5 text-sm pointer-coarse:min-h-9',
  md: 'min-h-8.5 px-3.5 text-sm pointer-coarse:min-h-10',
}

/** Also for what leads somewhere and looks like a button. */
export function buttonLook({ variant = 'secondary', size = 'md', className }: ButtonLook): string {
  return cx(
    'inline-flex max-w-full items-center justify-center gap-2 rounded-md border py-1 text-center font-medium transition-colors select-none',
    variants[variant],
    sizes[size],
    className,
  )
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'>, ButtonLook {
  /** While true the button stays focusable, ignores presses and shows a spinner beside its text. */
  readonly pending?: boolean
  /** Said instead of the text while pending, such as "Sending…". Without it the text stays. */
  readonly pendingLabel?: ReactNode
}

const ignore = (event: MouseEvent) => event.preventDefault()

export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    className,
    pending = false,
    pendingLabel,
    type = 'button',
    children,
    ...rest
  } = props
  return (
    <button
      {...rest}
      type={type}
      className={buttonLook({
        variant,
        size,
        className: cx(pending && 'cursor-progress opacity-80', className),
      })}
      aria-disabled={pending || rest['aria-disabled'] || undefined}
      onClick={pending ? ignore : rest.onClick}
    >
      {pending && <Spinner />}
      {pending ? (pendingLabel ?? children) : children}
    </button>
  )
}

export interface ButtonAnchorProps extends Omit<ComponentProps<'a'>, 'className'>, ButtonLook {}

/** For an address that is no page of ours: a plain link, which is neither fetched ahead nor by a script. */
export function ButtonAnchor({ variant, size, className, children, ...rest }: ButtonAnchorProps) {
  return (
    <a {...rest} className={buttonLook({ variant, size, className })}>
      {children}
    </a>
  )
}
