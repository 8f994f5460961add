'use client'

import { useLayoutEffect, useRef, type ReactNode } from 'react'

export interface ModalProps {
  readonly label?: string
  readonly labelledBy?: string
  readonly className: string
  /** After Escape, a press beside it or `close()`. Unmount it then. */
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The browser's own dialog: it keeps the focus inside, closes at Escape and gives the focus back to what had it. */
export function Modal({ label, labelledBy, className, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    if (shown === null) return
    if (!shown.open) shown.showModal()
    shown.addEventListener('click', closeBeside)
    return () => {
      shown.removeEventListener('click', closeBeside)
      shown.close()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      aria-labelledby={labelledBy}
      className={className}
      // At once and not with `close`, which the browser tells of later: a key in between would find the dialog gone and its owner unaware.
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // Opened again before the browser told of the closing, as strict mode does.
      onClose={(event) => event.currentTarget.open || onClose()}
    >
      {children}
    </dialog>
  )
}

/** The dialog has no padding, so that only a press on what lies behind it is one on itself. */
function closeBeside(this: HTMLDialogElement, event: MouseEvent): void {
  if (event.target === this) this.close()
}

const backdrop = 'backdrop:bg-black/40 backdrop:animate-[appear_120ms_ease-out]'
const box = 'm-auto border bg-surface text-ink shadow-float'

/** A dialog of a few lines: in the middle, as wide as a column of text. */
export const dialogLook = `${box} ${backdrop} w-120 max-w-[calc(100vw-2rem)] max-h-[calc(100dvh-2rem)] overflow-y-auto overscroll-contain rounded-xl`

/** The palette: near the top and always of one height, so that nothing moves while it fills; the whole window of a telephone. */
export const paletteLook = `${box} ${backdrop} w-160 max-w-[calc(100vw-2rem)] overflow-hidden rounded-xl sm:mt-[11vh] max-sm:size-full max-sm:max-h-none max-sm:max-w-none max-sm:rounded-none max-sm:border-0`
