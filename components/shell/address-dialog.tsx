'use client'

import { useEffect, useId, useRef } from 'react'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { DialogHead } from './dialog-head.tsx'
import { dialogLook, Modal } from './modal.tsx'

/** For browsers that let nothing be copied, as on an address without https: selected, so that one chord is left to press. */
export function AddressDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return (
    <Modal labelledBy={id} onClose={onClose} className={dialogLook}>
      <div className="flex flex-col gap-2 p-4 sm:p-5">
        <DialogHead id={id} title="Copy this link" />
        <p className="text-sm text-muted">
          The browser did not let the desk copy it. The address is selected: copy it from here.
        </p>
        <Field id={`${id}-address`} label="Address of this page" className="mt-1">
          {(control) => (
            <TextInput {...control} ref={field} readOnly value={address} mono spellCheck={false} />
          )}
        </Field>
      </div>
    </Modal>
  )
}
