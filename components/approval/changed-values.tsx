import type { ReactNode } from 'react'
import { knownFor, NewContact } from '#components/operation/known-before.tsx'
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
      <NewContact value={inputInWords(field.name, value, [])} before={before} isReplaced={isContact} />
    )
    return [{ term: field.label, detail }]
  })
}
