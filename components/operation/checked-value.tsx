import type { ReactNode } from 'react'
import { languageName } from '#lib/ca/languages.ts'
import type { FieldCopy } from '#lib/ca/operation.ts'
import type { OrderView } from '#lib/desk/views.ts'
import { utcMs } from '#lib/time/speak-time.ts'
import { knownFor, NewContact } from './known-before.tsx'
import { templateInWords } from './receipt-text.ts'
import { TimeLines } from './time-lines.tsx'
import type { Checked, OperationFormState } from './use-operation-form.ts'

export interface CheckedValueProps {
  readonly field: FieldCopy
  readonly checked: Checked
  readonly state: OperationFormState
  readonly known: OrderView['known']
  readonly templates: OrderView['templates']
}

/** One value as the CA will get it, in words. */
export function CheckedValue(props: CheckedValueProps): ReactNode {
  const { field, checked, known, templates } = props
  const value = checked.input[field.name]
  if (value === undefined) {
    return field.control === 'email-list' ? 'Every address in the certificate' : 'The address used last time'
  }
  const before = knownFor(field, known)?.value ?? null
  const contact = { before, isReplaced: field.control !== 'dcv-address' }
  switch (field.control) {
    case 'callback-time':
      return <TimeLines ms={utcMs(value) ?? 0} customerZone={checked.values.callZone} />
    case 'language':
      return languageName(value)
    case 'dcv-template':
      return templateInWords(value, templates)
    case 'comments':
      return <span className="block max-w-prose whitespace-pre-wrap">{value}</span>
    case 'email-list':
      return <Addresses list={value.split(',')} />
    case 'email':
    case 'dcv-address':
      return <NewContact {...contact} value={value} aside={spelledBack(value)} />
    case 'phone':
      return <NewContact {...contact} value={value} aside={typedOtherwise(props, value)} />
    case 'extension':
    case 'order-number':
      return <span className="font-mono">{value}</span>
  }
}

function spelledBack(address: string): string {
  const at = address.lastIndexOf('@')
  return `Mailbox “${address.slice(0, at)}” at “${address.slice(at + 1)}”.`
}

function typedOtherwise({ field, state }: CheckedValueProps, value: string): string | null {
  const typed = state.form.getValues(field.name).trim()
  return typed === value ? null : `You typed ${typed}.`
}

function Addresses({ list }: { list: readonly string[] }) {
  return (
    <ul className="max-h-40 overflow-y-auto font-mono">
      {list.map((address) => (
        <li key={address}>{address}</li>
      ))}
    </ul>
  )
}
