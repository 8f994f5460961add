'use client'

import { type ComponentProps, useState } from 'react'
import { TextInput } from '#components/ui/text-input.tsx'

export function PasswordInput(props: ComponentProps<'input'>) {
  const [shown, setShown] = useState(false)
  return (
    <span className="relative block">
      <TextInput {...props} type={shown ? 'text' : 'password'} className="pr-16" />
      <button
        type="button"
        onClick={() => setShown(!shown)}
        aria-controls={props.id}
        className="absolute inset-y-1 right-1 rounded-sm px-2.5 text-sm font-medium text-muted hover:bg-sunken hover:text-ink"
      >
        {shown ? 'Hide' : 'Show'}
        <span className="sr-only">{' password'}</span>
      </button>
    </span>
  )
}
