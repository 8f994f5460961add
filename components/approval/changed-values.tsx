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
    const isContact = field.control === 'phone' || field.control === 'email'
    const detail = (
      <NewValue value={inputInWords(field.name, value, [])} before={before} isContact={isContact} />
    )
    return [{ term: field.label, detail }]
  })
}

interface NewValueProps {
  readonly value: string
  readonly before: string | null
  readonly isContact: boolean
}

function NewValue({ value, before, isContact }: NewValueProps) {
  const isSame = before?.trim().toLowerCase() === value.toLowerCase()
  if (before === null || isSame)
    return (
      <span className="flex flex-col gap-0.5">
        <span className="font-mono font-medium">{value}</span>
        {isSame && <span className="text-faint">The same as this desk named last time.</span>}
        {!isSame && isContact && (
          <span className="text-faint">The CA does not tell what it has on file now.</span>
        )}
      </span>
    )
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
