'use client'

import { FoldedOwnForm, OwnSaid } from './own-form.tsx'
import type { SetUpAction } from './set-up-state.ts'
import { useOwn } from './use-own.ts'

export interface OwnCodesProps {
  /** How many are left. */
  readonly left: number
  readonly asks: 'password' | 'password or code'
  readonly action: SetUpAction
}

export function OwnCodes({ left, asks, action }: OwnCodesProps) {
  const own = useOwn(action)
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h3 className="text-sm font-medium text-ink">Recovery codes</h3>
        <p className="mt-0.5 max-w-prose text-sm text-muted">
          {left === 0 ? 'None are left.' : `${left} ${left === 1 ? 'is' : 'are'} left.`} Each lets you in
          once, beside your password, when your app or passkey is lost.
        </p>
      </div>
      <OwnSaid own={own} />
      <FoldedOwnForm
        key={own.round}
        own={own}
        name="renew"
        hidden={{}}
        summary="Make new codes"
        submit="Make new codes"
        pendingLabel="Making…"
        asks={asks}
      />
    </div>
  )
}
