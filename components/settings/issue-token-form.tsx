'use client'

import { catalogue } from '#lib/ca/catalogue.ts'
import { operationIds } from '#lib/ca/operation.ts'
import type { TokensView } from '#lib/desk/read-settings-tokens.ts'
import { Field } from '#components/ui/field.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { CheckboxGroup, type CheckboxOption } from './checkbox-group.tsx'
import { roleOptions } from './role-choice.ts'
import { SettingsForm, type FormParts } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'

const lives = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '365 days' },
  { value: 'date', label: 'Up to and including a day' },
]

const operations = operationIds.map((id) => ({ value: id, label: catalogue[id].title }))

export interface IssueTokenFormProps {
  readonly accounts: TokensView['accounts']
  readonly action: SettingsAction
}

export function IssueTokenForm({ accounts, action }: IssueTokenFormProps) {
  return (
    <SettingsForm
      summary="Issue a token"
      action={action}
      submit="Issue the token"
      pendingLabel="Issuing…"
      variant="primary"
      another="Issue another token"
      className="max-w-xl pb-1"
    >
      {(parts) => (
        <>
          <Field
            id={parts.idOf('name')}
            label="Name"
            hint="Of the program that uses it. It stays taken for good, because the history speaks of it."
            error={parts.errorOf('name')}
            required
          >
            {(control) => (
              <TextInput {...control} name="name" defaultValue={parts.was('name', '')} autoComplete="off" />
            )}
          </Field>
          <RadioGroup
            id={parts.idOf('role')}
            name="role"
            legend="Role"
            hint="Give it the least that does."
            error={parts.errorOf('role')}
            defaultValue={parts.was('role', 'viewer')}
            options={roleOptions.filter(({ value }) => value !== 'administrator')}
          />
          <Limit parts={parts} what="operations" all="All that its role may" options={operations} />
          <Limit
            parts={parts}
            what="accounts"
            all="All that are open to everybody"
            options={accounts.map(({ id, label }) => ({ value: id, label }))}
          />
          <div className="group/life flex flex-col gap-3">
            <RadioGroup
              id={parts.idOf('life')}
              name="life"
              legend="It works for"
              error={parts.errorOf('life')}
              defaultValue={parts.was('life', '90')}
              options={lives}
            />
            <Field
              id={parts.idOf('lastDay')}
              label="Last day"
              hint="It ends with that day, in UTC."
              error={parts.errorOf('lastDay')}
              className="hidden max-w-48 group-has-[[value=date]:checked]/life:flex"
            >
              {(control) => (
                <TextInput
                  {...control}
                  name="lastDay"
                  type="date"
                  defaultValue={parts.was('lastDay', '')}
                  autoComplete="off"
                />
              )}
            </Field>
          </div>
        </>
      )}
    </SettingsForm>
  )
}

interface LimitProps {
  readonly parts: FormParts
  readonly what: 'operations' | 'accounts'
  readonly all: string
  readonly options: readonly CheckboxOption[]
}

/** All of them or chosen ones. The list is hidden by the page’s styles, so it is there without scripts too. */
function Limit({ parts, what, all, options }: LimitProps) {
  const title = what === 'operations' ? 'Operations' : 'Accounts'
  const name = `limit${title}`
  return (
    <div className="group/limit flex flex-col gap-3">
      <RadioGroup
        id={parts.idOf(name)}
        name={name}
        legend={title}
        error={parts.errorOf(name)}
        defaultValue={parts.was(name, 'all')}
        options={[
          { value: 'all', label: all },
          { value: 'chosen', label: 'Chosen ones' },
        ]}
      />
      <CheckboxGroup
        id={parts.idOf(what)}
        name={what}
        legend={`Chosen ${what}`}
        error={parts.errorOf(what)}
        chosen={parts.wereChosen(what, [])}
        options={options}
        className="hidden group-has-[[value=chosen]:checked]/limit:flex"
        listClassName="max-h-72 overflow-y-auto rounded-md border px-3 py-2"
      />
    </div>
  )
}
