'use client'

import { useId } from 'react'
import { switchSingleKeys, useSingleKeys } from './single-keys.ts'

/** For people whom single keys get in the way of, as with speech input (WCAG 2.1.4). */
export function KeysSwitch({ hint }: { hint?: string }) {
  const id = useId()
  const on = useSingleKeys()
  return (
    <div className="flex items-start gap-3">
      <span className="min-w-0 flex-1">
        <label htmlFor={id} className="block cursor-pointer">
          Single-key shortcuts
        </label>
        {hint && (
          <span id={`${id}-hint`} className="mt-0.5 block text-sm font-normal text-faint">
            {hint}
          </span>
        )}
      </span>
      <input
        id={id}
        type="checkbox"
        checked={on}
        onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative mt-px h-5 w-9 shrink-0 cursor-pointer appearance-none rounded-full border border-control bg-sunken before:absolute before:top-1/2 before:left-0.5 before:size-3.5 before:-translate-y-1/2 before:rounded-full before:bg-control before:transition-transform checked:border-accent-solid checked:bg-accent-solid checked:before:translate-x-4 checked:before:bg-on-accent forced-colors:appearance-auto"
      />
    </div>
  )
}
