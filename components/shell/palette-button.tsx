'use client'

import { CommandIcon } from './icons.tsx'
import { knock } from './doors.ts'
import { ModKey } from './mod-key.tsx'

export function PaletteButton() {
  return (
    <button
      type="button"
      onClick={() => knock('palette')}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      title="Find an order, an operation, recent work, a screen or a code"
      className="absolute inset-y-0 right-0 flex items-center gap-1 rounded-r-md border-l border-control/40 px-2 text-xs text-muted hover:bg-sunken hover:text-ink pointer-coarse:w-11 pointer-coarse:justify-center"
    >
      <span className="sr-only">Find anything </span>
      <span className="pointer-coarse:hidden">
        <ModKey /> K
      </span>
      <CommandIcon className="hidden pointer-coarse:block" />
    </button>
  )
}
