import type { ReactNode } from 'react'
import { knownFor } from '#components/operation/known-before.tsx'
import { inputInWords } from '#components/operation/receipt-text.ts'
import { catalogue } from '#lib/ca/catalogue.ts'
import type { WaitingApproval } from '#lib/desk/approval-views.ts'

type Change = Pick<WaitingApproval, 'operation' | 'input' | 'known'>

/** What the CA would get, field by field, with the contact that this desk named before beside the new one. */
export function changedValues({ operation, input, known }: Change): { term: string; detail: ReactNode }[] {
  return catalogue[operation].fields.flatMap((field) => {
    const value = input[field.name]
    if (value === undefined) return []
    const before = knownFor(field, known)?.value ?? null
    const detail = <NewValue value={inputInWords(field.name, value, [])} before={before} />
    return [{ term: field.label, detail }]
  })
}

function NewValue({ value, before }: { value: string; before: string | null }) {
  if (before === null || before.trim().toLowerCase() === value.toLowerCase())
    return <span className="font-mono font-medium">{value}</span>
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 font-mono">
      <span className="sr-only">Before: </span>
      <s className="text-muted decoration-refused">{before}</s>
      <span aria-hidden="true" className="text-muted">
        →
      </span>
      <span className="sr-only">New: </span>
      <span className="font-medium">{value}</span>
    </span>
  )
}
