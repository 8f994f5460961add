'use client'

import { type ReactNode, useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { errorOf, typedOf } from '#components/ui/form-state.ts'
import type { RadioGroupProps } from '#components/ui/radio-group.tsx'
import type { CheckboxGroupProps } from './checkbox-group.tsx'
import { ProveAgain } from './prove-again.tsx'
import { Said } from './said.tsx'
import type { SettingsAction, SettingsState } from './settings-state.ts'
import { useSettings } from './use-settings.ts'

/** What the fields of a settings form are drawn with. */
export interface FormParts {
  readonly idOf: (name: string) => string
  readonly errorOf: (name: string) => string | null
  /** What a field begins with: what was typed when the form came back, else what holds now. */
  readonly was: (name: string, now: string) => string
  /** All that a group of radios or of checkboxes takes of the form. */
  readonly radios: (name: string, now: string) => Pick<RadioGroupProps, OfGroup | 'defaultValue'>
  readonly boxes: (name: string, now: readonly string[]) => Pick<CheckboxGroupProps, OfGroup | 'chosen'>
}

type OfGroup = 'id' | 'name' | 'error'

export interface SettingsFormProps {
  /** Folds the form away under these words; it comes back open when it was sent without scripts. */
  readonly summary?: ReactNode
  readonly isOpen?: boolean
  readonly action: SettingsAction
  /** Sent along and not seen. */
  readonly hidden?: Readonly<Record<string, string>>
  readonly submit: ReactNode
  readonly pendingLabel: string
  readonly variant?: 'primary' | 'secondary'
  /** After success the fields make way for what is said, with a button of this name to begin again. */
  readonly another?: string
  /** After success the form asks for the opposite: what was done stands above it then, with what it is about now. */
  readonly turns?: boolean
  /** After success the fields are empty again, such as a password's. */
  readonly clears?: boolean
  readonly className?: string
  readonly children?: (parts: FormParts) => ReactNode
}

/** One form with a save of its own: errors beside the field and in a summary, typed text kept, success said where it was pressed. */
export function SettingsForm({ summary, isOpen = false, ...props }: SettingsFormProps) {
  const settings = useSettings(props.action)
  const form = <OneForm {...props} settings={settings} />
  if (summary === undefined) return form
  return (
    <Disclosure summary={summary} open={isOpen || settings.cameBack || undefined}>
      {form}
    </Disclosure>
  )
}

type OneFormProps = Omit<SettingsFormProps, 'summary' | 'isOpen'> & {
  readonly settings: ReturnType<typeof useSettings>
}

function OneForm(props: OneFormProps) {
  const { settings, hidden = {}, submit, pendingLabel, variant, another, turns, clears } = props
  const { state, isPending, element, again, round } = settings
  const parts = useParts(state)
  const said = state.ok && !isPending && <Said message={state.message} once={state.once} />
  if (state.ok && another !== undefined) {
    return (
      <div className="flex flex-col items-start gap-3">
        <Said message={state.message} once={state.once} />
        <Button onClick={again}>{another}</Button>
      </div>
    )
  }
  return (
    <form {...element} className={cx('flex min-w-0 flex-col gap-4', props.className)}>
      {turns && said}
      <Problems state={state} parts={parts} isPending={isPending} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div key={clears ? round : 0} className="flex min-w-0 flex-col gap-4 empty:hidden">
        {props.children?.(parts)}
      </div>
      {state.asks && <ProveAgain asks={state.asks} id={parts.idOf('proof')} error={parts.errorOf('proof')} />}
      {!turns && said}
      <div>
        <Button type="submit" variant={variant} pending={isPending} pendingLabel={pendingLabel}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

export function useParts(state: SettingsState): FormParts {
  const form = useId()
  const typed = state.ok ? {} : state.typed
  const idOf = (name: string) => `${form}${name}`
  const ofGroup = (name: string) => ({ id: idOf(name), name, error: errorOf(state, name) })
  const was = (name: string, now: string) => typedOf({ typed }, name) ?? now
  const wereChosen = (name: string, now: readonly string[]) => {
    const chosen = typed[name]
    if (Array.isArray(chosen)) return chosen as readonly string[]
    return Object.keys(typed).length > 0 ? [] : now
  }
  return {
    idOf,
    errorOf: (name) => errorOf(state, name),
    was,
    radios: (name, now) => ({ ...ofGroup(name), defaultValue: was(name, now) }),
    boxes: (name, now) => ({ ...ofGroup(name), chosen: wereChosen(name, now) }),
  }
}

export interface ProblemsProps {
  readonly state: SettingsState
  readonly parts: FormParts
  readonly isPending: boolean
}

export function Problems({ state, parts, isPending }: ProblemsProps) {
  if (state.errors.length === 0 || isPending) return null
  const known = (field: string) => field !== 'form' && field !== 'account' && field !== 'person'
  return (
    <ErrorSummary
      errors={state.errors.map(({ field, message }) => ({
        field: known(field) ? parts.idOf(field) : null,
        message,
      }))}
    />
  )
}
