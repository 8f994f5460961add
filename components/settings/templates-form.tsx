'use client'

import type { AccountView } from '#lib/desk/read-settings-accounts.ts'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { Said } from './said.tsx'
import { Problems, useParts, type FormParts } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'
import { useSettings } from './use-settings.ts'

export interface TemplatesFormProps {
  readonly account: string
  readonly templates: AccountView['templates']
  readonly action: SettingsAction
}

/** All forms about templates share what was said last: a row that was removed could not say it. */
export function TemplatesForm({ account, templates, action }: TemplatesFormProps) {
  const { state, isPending, element } = useSettings(action)
  const parts = useParts(state)
  const shared = { account, element, isPending }
  const rowAtFault = templates.find(({ id }) => String(id) === state.typed['number'] && !state.ok)
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-sm text-muted">
        A template is a text that the CA keeps for this account’s domain control e-mails, by number. Named
        here, people choose it by name.
      </p>
      <Problems state={state} parts={parts} isPending={isPending} />
      {state.ok && !isPending && <Said message={state.message} />}
      {templates.length > 0 && (
        <ul className="divide-y rounded-md border">
          {templates.map((template) => (
            <li key={template.id} className="px-3 py-2 text-sm">
              <div className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-mono text-xs text-faint">{template.id}</span>
                <span className="min-w-0 flex-1 wrap-anywhere text-ink">{template.name}</span>
              </div>
              <Disclosure
                summary={
                  <>
                    Rename or remove<span className="sr-only"> {template.name}</span>
                  </>
                }
              >
                <Row {...shared} template={template} parts={parts} isAtFault={rowAtFault === template} />
              </Disclosure>
            </li>
          ))}
        </ul>
      )}
      <Add {...shared} parts={parts} isAtFault={rowAtFault === undefined} key={templates.length} />
    </div>
  )
}

interface SharedProps {
  readonly account: string
  readonly element: ReturnType<typeof useSettings>['element']
  readonly isPending: boolean
  readonly parts: FormParts
  /** Whether the errors of the last answer are this form's. */
  readonly isAtFault: boolean
}

function Row(props: SharedProps & { template: { id: number; name: string } }) {
  const { account, element, isPending, parts, isAtFault, template } = props
  const id = isAtFault ? parts.idOf('name') : `${parts.idOf('name')}-${template.id}`
  return (
    <form {...element} className="mb-1 flex flex-col gap-3">
      <Hidden account={account} number={template.id} />
      <Field id={id} label="Name" error={isAtFault ? parts.errorOf('name') : null} required>
        {(control) => <TextInput {...control} name="name" defaultValue={template.name} autoComplete="off" />}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="what" value="save" size="sm" pending={isPending}>
          Rename
        </Button>
        <Button type="submit" name="what" value="remove" size="sm" variant="ghost" pending={isPending}>
          Remove it here
        </Button>
      </div>
    </form>
  )
}

function Hidden({ account, number }: { account: string; number: number }) {
  return (
    <>
      <input type="hidden" name="account" value={account} />
      <input type="hidden" name="number" value={number} />
    </>
  )
}

function Add({ account, element, isPending, parts, isAtFault }: SharedProps) {
  const error = (name: string) => (isAtFault ? parts.errorOf(name) : null)
  const idOf = (name: string) => (isAtFault ? parts.idOf(name) : `${parts.idOf(name)}-new`)
  return (
    <form {...element} className="flex flex-wrap items-start gap-3">
      <input type="hidden" name="account" value={account} />
      <Field id={idOf('number')} label="Number at the CA" error={error('number')} className="w-36" required>
        {(control) => (
          <TextInput
            {...control}
            name="number"
            inputMode="numeric"
            defaultValue={isAtFault ? parts.was('number', '') : ''}
            autoComplete="off"
            mono
          />
        )}
      </Field>
      <Field id={idOf('name')} label="Name" error={error('name')} className="min-w-48 flex-1" required>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            defaultValue={isAtFault ? parts.was('name', '') : ''}
            autoComplete="off"
          />
        )}
      </Field>
      <Button type="submit" name="what" value="save" pending={isPending} className="sm:mt-6.5">
        Add the template
      </Button>
    </form>
  )
}
