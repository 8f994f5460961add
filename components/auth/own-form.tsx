'use client'

import { type ReactNode, useId } from 'react'
import { Said } from '#components/settings/said.tsx'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Proof } from './proof.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import type { Own } from './use-own.ts'

export interface OwnFormProps {
  readonly own: Own
  /** Tells this form from the others of its part. */
  readonly name: string
  readonly hidden: Readonly<Record<string, string>>
  readonly submit: ReactNode
  readonly pendingLabel: string
  /** What is asked before: `proof` is the password, or a code of the app where there is one. */
  readonly asks?: 'password' | 'password or code' | undefined
  readonly children?: (
    idOf: (field: string) => string,
    errorOf: (field: string) => string | null,
  ) => ReactNode
}

/** A form that changes how one signs in: first its own fields, then the proof that it is oneself. */
export function OwnForm({ own, name, hidden, submit, pendingLabel, asks, children }: OwnFormProps) {
  const form = useId()
  const idOf = (field: string) => `${form}${field}`
  const errors = own.errorsOf(name)
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message ?? null
  return (
    <form {...own.element(name)} className="flex max-w-md flex-col gap-4 pb-1">
      {errors.length > 0 && (
        <ErrorSummary
          errors={errors.map(({ field, message }) => ({
            field: field === 'form' ? null : idOf(field),
            message,
          }))}
        />
      )}
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {children?.(idOf, errorOf)}
      {asks && <Proof id={idOf('proof')} asks={asks} error={errorOf('proof')} />}
      <div>
        <Button type="submit" pending={own.pending === name} pendingLabel={pendingLabel}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

/** The same, folded away under words of its own; open when something is wrong with it. */
export function FoldedOwnForm({ summary, ...form }: OwnFormProps & { readonly summary: ReactNode }) {
  return (
    <Disclosure summary={summary} open={form.own.errorsOf(form.name).length > 0 || undefined}>
      <OwnForm {...form} />
    </Disclosure>
  )
}

/** What the last change of a part came to; it takes focus, because the form that was sent may be gone. */
export function OwnSaid({ own }: { own: Own }) {
  const { ok, message, recoveryCodes } = own.state
  const unnamed = own.errorsOf(null)
  if (unnamed.length > 0) return <ErrorSummary errors={unnamed.map(({ message }) => ({ message }))} />
  if (!ok || own.pending !== null) return null
  return (
    <>
      {message !== null && recoveryCodes === null && <Said message={message} />}
      {recoveryCodes !== null && (
        <div className="flex max-w-xl flex-col gap-4">
          <RecoveryCodes codes={recoveryCodes} />
          <div>
            <Button variant="primary" onClick={own.again}>
              I have kept them
            </Button>
          </div>
        </div>
      )}
    </>
  )
}
