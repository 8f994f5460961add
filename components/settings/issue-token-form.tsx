'use client'

import { catalogue } from '#lib/ca/catalogue.ts'
import { operationIds } from '#lib/ca/operation.ts'
import type { TokensView } from '#lib/desk/read-settings-tokens.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { CheckboxGroup, type CheckboxOption } from './checkbox-group.tsx'
import { roleOptions } from './role-choice.ts'
import { SettingsForm, type FormParts } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'
import { TextField } from './text-field.tsx'

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
          <TextField
            parts={parts}
            name="name"
            label="Name"
            hint="Of the program that uses it. It stays taken for good, because the history speaks of it."
            required
          />
          <RadioGroup
            {...parts.radios('role', 'viewer')}
            legend="Role"
            hint="Give it the least that does."
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
            <RadioGroup {...parts.radios('life', '90')} legend="It works for" options={lives} />
            <TextField
              parts={parts}
              name="lastDay"
              label="Last day"
              hint="It ends with that day, in UTC."
              type="date"
              fieldClassName="hidden max-w-48 group-has-[[value=date]:checked]/life:flex"
            />
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
  return (
    <div className="group/limit flex flex-col gap-3">
      <RadioGroup
        {...parts.radios(`limit${title}`, 'all')}
        legend={title}
        options={[
          { value: 'all', label: all },
          { value: 'chosen', label: 'Chosen ones' },
        ]}
      />
      <CheckboxGroup
        {...parts.boxes(what, [])}
        legend={`Chosen ${what}`}
        options={options}
        className="hidden group-has-[[value=chosen]:checked]/limit:flex"
        listClassName="max-h-72 overflow-y-auto rounded-md border px-3 py-2"
      />
    </div>
  )
}
