'use client'

import { useState } from 'react'
import type { AccountView } from '#lib/desk/read-settings-accounts.ts'
import { Field } from '#components/ui/field.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { CheckboxGroup } from './checkbox-group.tsx'
import { SettingsForm } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'

/** From so many on the list has a search. */
const many = 12

export function WhoMayUseForm({ view, action }: { view: AccountView; action: SettingsAction }) {
  const { account, chosen, people } = view
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLocaleLowerCase()
  return (
    <SettingsForm action={action} hidden={{ account: account.id }} submit="Save" pendingLabel="Saving…">
      {({ idOf, radios, boxes }) => (
        <div className="group/who flex min-w-0 flex-col gap-4">
          <RadioGroup
            {...radios('who', chosen === null ? 'everybody' : 'chosen')}
            legend="Who may see and use its orders"
            options={[
              { value: 'everybody', label: 'Everybody, as their role allows' },
              {
                value: 'chosen',
                label: 'Chosen people, and administrators',
                hint: 'Its orders and history are hidden from the others. API tokens must name the account.',
              },
            ]}
          />
          <CheckboxGroup
            {...boxes('people', chosen ?? [])}
            legend="Chosen people"
            className="hidden group-has-[[value=chosen]:checked]/who:flex"
            listClassName="max-h-72 overflow-y-auto rounded-md border px-3 py-2"
            before={
              people.length > many && (
                <Field id={idOf('find')} label="Find in the list" className="max-w-72">
                  {(control) => (
                    <TextInput
                      {...control}
                      type="search"
                      value={search}
                      onChange={(event) => setSearch(event.target.value)}
                      autoComplete="off"
                    />
                  )}
                </Field>
              )
            }
            options={people.map(({ id, name, email, isDisabled, isAdministrator }) => ({
              value: id,
              label: name,
              hint: `${email}${isAdministrator ? ', administrator' : ''}${isDisabled ? ', disabled' : ''}`,
              isHidden: wanted !== '' && !`${name} ${email}`.toLocaleLowerCase().includes(wanted),
            }))}
          />
        </div>
      )}
    </SettingsForm>
  )
}
