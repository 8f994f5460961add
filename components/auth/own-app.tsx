'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { FoldedOwnForm, OwnForm, OwnSaid } from './own-form.tsx'
import { SetUpBegun } from './set-up-begun.tsx'
import type { SetUpAction } from './set-up-state.ts'
import { useOwn } from './use-own.ts'

/** One's own authenticator app: set it up, or take it away. */
export function OwnApp({ isSetUp, action }: { isSetUp: boolean; action: SetUpAction }) {
  const own = useOwn(action)
  const { begun } = own.state
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h3 className="text-sm font-medium text-ink">Authenticator app</h3>
        <p className="mt-0.5 text-sm text-muted">
          {isSetUp ? 'Set up. It is asked for when you sign in.' : 'Not set up.'}
        </p>
      </div>
      <OwnSaid own={own} />
      {isSetUp ? (
        <FoldedOwnForm
          key={own.round}
          own={own}
          name="remove"
          hidden={{ do: 'remove-app' }}
          summary="Remove the app"
          submit="Remove the app"
          pendingLabel="Removing…"
          asks="password or code"
        />
      ) : begun === null ? (
        <FoldedOwnForm
          key={own.round}
          own={own}
          name="begin"
          hidden={{ do: 'begin-app' }}
          summary="Set up an app"
          submit="Show the key"
          pendingLabel="Making a key…"
          asks="password"
        />
      ) : (
        <Next>
          <SetUpBegun begun={begun} />
          <OwnForm
            own={own}
            name="confirm"
            hidden={{ do: 'confirm-app' }}
            submit="Confirm"
            pendingLabel="Checking…"
          >
            {(idOf, errorOf) => (
              <Field
                id={idOf('code')}
                label="Code of the app"
                hint="The six digits that it shows now. With it the app counts."
                error={errorOf('code')}
                required
              >
                {(control) => (
                  <TextInput
                    {...control}
                    name="code"
                    mono
                    inputMode="numeric"
                    autoComplete="one-time-code"
                    maxLength={20}
                    className="max-w-40"
                  />
                )}
              </Field>
            )}
          </OwnForm>
        </Next>
      )}
    </div>
  )
}

/** The next step takes focus, because the button that led to it is gone. */
function Next({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className="flex max-w-md flex-col gap-4">
      {children}
    </div>
  )
}
