import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { DcvListView } from '#lib/desk/dcv-list.ts'
import type { ControlProps } from '../field-control.tsx'

export const typedDomain = 'field-dcvDomainTyped'

export interface DcvDomainProps extends Pick<ControlProps, 'form' | 'defaults'> {
  readonly lists: readonly DcvListView[]
  readonly isTyped: boolean
  readonly domain: string
  readonly error: string | null
  /** Enter in the field fetches the list; it does not send the form. */
  readonly onEnter: () => void
}

/** Which domain the addresses are for: one of the order’s, where they are known, or one that is typed. */
export function DcvDomain({ form, defaults, lists, isTyped, domain, error, onEnter }: DcvDomainProps) {
  // The CA has told every domain of the order, and there is one: nothing to choose.
  const isSettled = lists.length > 0 && lists.every(({ ofOrder }) => ofOrder !== null)
  return (
    <>
      {isSettled && lists.length === 1 && <p className="text-sm wrap-anywhere text-muted">For {domain}</p>}
      {lists.length > (isSettled ? 1 : 0) && (
        <Field id="field-dcvDomain" label="Domain">
          {(control) => (
            <Select
              {...control}
              // Without a name: the form holds nothing until somebody chooses, and the select shows what that means.
              value={isTyped ? 'typed' : domain}
              onChange={(event) => form.setValue('dcvDomain', event.target.value)}
              className="max-w-96"
            >
              {lists.map((list) => (
                <option key={list.domain} value={list.domain}>
                  {list.domain}
                  {list.ofOrder?.status === 'validated' && ' (proven)'}
                </option>
              ))}
              {!isSettled && <option value="typed">Another domain…</option>}
            </Select>
          )}
        </Field>
      )}
      {isTyped && (
        <Field
          id={typedDomain}
          label={lists.length > 0 ? 'Other domain' : 'Domain'}
          hint="As it stands in the order, such as www.example.com."
          error={error}
        >
          {(control) => (
            <TextInput
              {...control}
              {...form.register('dcvDomainTyped')}
              defaultValue={defaults.dcvDomainTyped}
              className="max-w-96"
              inputMode="url"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                onEnter()
              }}
            />
          )}
        </Field>
      )}
    </>
  )
}
