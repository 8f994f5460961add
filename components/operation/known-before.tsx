import { Time } from '#components/ui/time.tsx'
import type { FieldCopy, InputField } from '#lib/ca/operation.ts'
import type { KnownContact, OrderView } from '#lib/desk/views.ts'

const places: Readonly<Partial<Record<InputField, keyof OrderView['known']>>> = {
  phoneNumber: 'phone',
  emailAddress: 'callbackEmail',
  adminEmailAddress: 'clickThroughEmail',
  dcvEmailAddress: 'dcvEmail',
}

/** The contact that this desk named last for the same purpose. The CA does not tell what it has on file. */
export function knownFor(field: FieldCopy, known: OrderView['known']): KnownContact | null {
  const place = field.control === 'email-list' ? undefined : places[field.name]
  return place === undefined ? null : known[place]
}

export function KnownBefore({ field, known }: { field: FieldCopy; known: OrderView['known'] }) {
  const contact = knownFor(field, known)
  if (contact === null) return <span>This desk has not named one for this order before.</span>
  return (
    <span>
      Last named by this desk: <span className="text-muted">{contact.value}</span>,{' '}
      <Time at={contact.at} show="both" />
    </span>
  )
}

export interface NewContactProps {
  readonly value: string
  readonly before: string | null
  /** False where the CA keeps the one it has, and only sends to this one. */
  readonly isReplaced: boolean
  readonly aside?: string | null
}

/** A contact as the CA would get it, with what this desk named last below it, so that a slip shows. */
export function NewContact({ value, before, isReplaced, aside }: NewContactProps) {
  return (
    <span className="flex flex-col gap-0.5">
      <span className="font-mono font-medium">{value}</span>
      {aside && <span className="text-faint">{aside}</span>}
      {before === null && isReplaced && (
        <span className="text-faint">The CA does not tell what it has on file now.</span>
      )}
      {before !== null && (
        <span className="text-faint">
          {before.trim().toLowerCase() === value.toLowerCase()
            ? 'The same as this desk named last time.'
            : `This desk last named ${before}.`}
        </span>
      )}
    </span>
  )
}
