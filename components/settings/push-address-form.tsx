'use client'

import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Time } from '#components/ui/time.tsx'
import { Said } from './said.tsx'
import { Problems, useParts } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'
import { useSettings } from './use-settings.ts'

export interface PushAddressFormProps {
  readonly account: string
  readonly since: number | null
  readonly action: SettingsAction
}

/** Make, replace and end in one form: what it said, and the address that is shown once, outlast the buttons. */
export function PushAddressForm({ account, since, action }: PushAddressFormProps) {
  const { state, isPending, element } = useSettings(action)
  const parts = useParts(state)
  const button = (what: 'set' | 'end', words: string) => (
    <Button type="submit" name="what" value={what} pending={isPending}>
      {words}
    </Button>
  )
  return (
    <form {...element} className="flex min-w-0 flex-col gap-3">
      <Problems state={state} parts={parts} isPending={isPending} />
      <input type="hidden" name="account" value={account} />
      <p className="max-w-prose text-sm text-muted">
        {since === null ? (
          'None. With one, the CA can report by itself when an order moves; enter it at the CA as the address for its reports.'
        ) : (
          <>
            Made <Time at={since} show="both" />, never shown again. The CA’s reports of this account arrive
            there.
          </>
        )}
      </p>
      {state.ok && !isPending && <Said message={state.message} once={state.once} />}
      {since === null ? (
        <div>{button('set', 'Make an address')}</div>
      ) : (
        <>
          <Disclosure summary="Replace the address">
            <p className="mb-3 max-w-prose text-sm text-muted">
              The present one stops working at once. Reports are lost until the new one is entered at the CA.
            </p>
            {button('set', 'Replace now')}
          </Disclosure>
          <Disclosure summary="End the address">
            <p className="mb-3 max-w-prose text-sm text-muted">
              Reports to it are refused from then on. Orders’ states are then known only when somebody asks.
            </p>
            {button('end', 'End now')}
          </Disclosure>
        </>
      )}
    </form>
  )
}
