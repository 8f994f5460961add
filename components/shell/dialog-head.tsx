import type { MouseEvent } from 'react'
import { CrossIcon } from './icons.tsx'

export function DialogHead({ id, title }: { id: string; title: string }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      <button
        type="button"
        onClick={closeDialog}
        aria-label="Close"
        className="-mr-1.5 grid size-8 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-10"
      >
        <CrossIcon />
      </button>
    </div>
  )
}

function closeDialog(event: MouseEvent<HTMLElement>): void {
  event.currentTarget.closest('dialog')?.close()
}
