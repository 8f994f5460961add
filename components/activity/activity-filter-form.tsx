import type { ReactNode } from 'react'
import { catalogue } from '#lib/ca/catalogue.ts'
import { operationIds } from '#lib/ca/operation.ts'
import { outcomeKinds } from '#lib/ca/outcome.ts'
import type { FilterName, ReadFilter } from '#lib/desk/activity-filter.ts'
import type { ActivityView } from '#lib/desk/read-activity.ts'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Field, type FieldControl } from '#components/ui/field.tsx'
import { outcomeWords } from '#components/ui/outcome-mark.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'

export interface ActivityFilterFormProps {
  readonly asked: ReadFilter
  readonly people: ActivityView['people']
  readonly accounts: ActivityView['accounts']
}

/** A plain GET form: the filter is in the address, works without scripts and can be sent to somebody. */
export function ActivityFilterForm({ asked, people, accounts }: ActivityFilterFormProps) {
  const { values, errors } = asked
  const field = (
    name: FilterName,
    label: string,
    control: (props: FieldControl & { name: string }) => ReactNode,
  ) => (
    <Field
      key={name}
      id={`filter-${name}`}
      label={label}
      error={errors.find((error) => error.field === name)?.message ?? null}
    >
      {(props) => control({ ...props, name })}
    </Field>
  )
  const choice = (name: FilterName, label: string, options: readonly (readonly [string, string])[]) =>
    field(name, label, (props) => (
      <Select {...props} defaultValue={values[name]}>
        <option value="">Any</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    ))
  const text = (name: FilterName, label: string, type = 'text') =>
    field(name, label, (props) => (
      <TextInput
        {...props}
        type={type}
        defaultValue={values[name]}
        autoComplete="off"
        mono={name === 'order'}
      />
    ))

  return (
    <search>
      <form action="/activity" method="get" className="rounded-lg border bg-surface p-4 shadow-card">
        <div className="grid gap-3 max-sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] sm:grid-cols-2 lg:grid-cols-4">
          {text('order', 'Order')}
          {text('ticket', 'Ticket')}
          {choice(
            'person',
            'Person or token',
            people.map(({ id, name }) => [id, name]),
          )}
          {choice(
            'account',
            'Account',
            accounts.map(({ id, label }) => [id, label]),
          )}
          {choice(
            'operation',
            'Operation',
            operationIds.map((id) => [id, catalogue[id].title]),
          )}
          {choice(
            'outcome',
            'Outcome',
            outcomeKinds.map((kind) => [kind, outcomeWords[kind]]),
          )}
          {text('from', 'From day (UTC)', 'date')}
          {text('to', 'To day (UTC)', 'date')}
        </div>
        <div className="mt-3 flex flex-wrap gap-2">
          <Button type="submit" variant="primary">
            Filter
          </Button>
          <ButtonLink href="/activity" variant="ghost">
            Clear
          </ButtonLink>
        </div>
      </form>
    </search>
  )
}
