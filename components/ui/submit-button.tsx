'use client'

import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './button.tsx'

/** A submit button that knows, inside a form with an action, when that action is under way. */
export function SubmitButton({ pendingLabel, ...rest }: Omit<ButtonProps, 'type' | 'pending'>) {
  const { pending } = useFormStatus()
  return <Button {...rest} type="submit" pending={pending} pendingLabel={pendingLabel} />
}
