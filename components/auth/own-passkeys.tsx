'use client'

import { type SubmitEvent, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { Time } from '#components/ui/time.tsx'
import { FoldedOwnForm, OwnSaid } from './own-form.tsx'
import { makePasskey } from './passkey-browser.ts'
import { Proof } from './proof.tsx'
import type { SetUpAction } from './set-up-state.ts'
import { type Own, useOwn } from './use-own.ts'

export interface OwnPasskeysProps {
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly createdAt: number
    readonly usedAt: number | null
  }[]
  readonly asks: 'password' | 'password or code'
  readonly action: SetUpAction
}

/** One's own passkeys: which there are, another one, one less. */
export function OwnPasskeys({ passkeys, asks, action }: OwnPasskeysProps) {
  const own = useOwn(action)
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h3 className="text-sm font-medium text-ink">Passkeys</h3>
        <p className="mt-0.5 max-w-prose text-sm text-muted">
          Your device or a security key asks for a PIN or a finger. A passkey signs you in by itself, or
          beside the password.
        </p>
      </div>
      <OwnSaid own={own} />
      {passkeys.length > 0 && (
        <ul className="divide-y rounded-md border text-sm">
          {passkeys.map(({ id, name, createdAt, usedAt }) => (
            <li key={id} className="px-3.5 py-2.5">
              <p className="font-medium wrap-anywhere">{name}</p>
              <p className="text-faint">
                Added <Time at={createdAt} show="both" />,{' '}
                {usedAt === null ? (
                  'not used yet'
                ) : (
                  <>
                    last used <Time at={usedAt} />
                  </>
                )}
              </p>
              <FoldedOwnForm
                own={own}
                name={id}
                hidden={{ do: 'remove-passkey', passkey: id }}
                summary={
                  <>
                    Remove<span className="sr-only"> {name}</span>
                  </>
                }
                submit="Remove the passkey"
                pendingLabel="Removing…"
                asks={asks}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="noscript:hidden">
        <Disclosure key={own.round} summary={passkeys.length === 0 ? 'Add a passkey' : 'Add another passkey'}>
          <AddPasskey own={own} asks={asks} />
        </Disclosure>
      </div>
    </div>
  )
}

function AddPasskey({ own, asks }: { own: Own; asks: OwnPasskeysProps['asks'] }) {
  const form = useId()
  const [asked, setAsked] = useState<{ isOpen: boolean; problem: string | null }>({
    isOpen: false,
    problem: null,
  })
  const isPending = asked.isOpen || own.pending === 'add'
  const errors = own.errorsOf('add')

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const given = new FormData(event.currentTarget)
    setAsked({ isOpen: true, problem: null })
    const made = await makePasskey('/you/passkey', given)
    setAsked({ isOpen: false, problem: made.ok ? null : made.message })
    if (!made.ok) return
    given.set('answer', made.json)
    given.delete('proof')
    own.send('add', given)
  }

  const problems = asked.problem === null ? errors.map(({ message }) => message) : [asked.problem]
  return (
    <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-4 pb-1">
      {problems.length > 0 && !isPending && (
        <ErrorSummary errors={problems.map((message) => ({ message }))} />
      )}
      <input type="hidden" name="do" value="add-passkey" />
      <Field
        id={`${form}name`}
        label="Name"
        hint="So that you know it again, such as “Work laptop”."
        required
      >
        {(control) => <TextInput {...control} name="name" autoComplete="off" maxLength={60} />}
      </Field>
      <Proof id={`${form}proof`} asks={asks} error={null} />
      <div>
        <Button
          type="submit"
          pending={isPending}
          pendingLabel={asked.isOpen ? 'Asking for the passkey…' : 'Adding…'}
        >
          Add a passkey
        </Button>
      </div>
    </form>
  )
}
