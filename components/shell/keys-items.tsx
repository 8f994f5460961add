'use client'

import { Button } from '#components/ui/button.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { knock } from './doors.ts'
import { KeysSwitch } from './keys-switch.tsx'
import { useSingleKeys } from './single-keys.ts'

/** The person menu's lines about the keyboard. */
export function KeysItems() {
  const on = useSingleKeys()
  return (
    <div className="py-1">
      <Button
        variant="ghost"
        className="w-full justify-between!"
        aria-haspopup="dialog"
        onClick={() => knock('keys')}
      >
        Keys
        {on && <Kbd>?</Kbd>}
      </Button>
      <div className="border border-transparent px-3.5 py-1.5 font-medium text-muted">
        <KeysSwitch />
      </div>
    </div>
  )
}
