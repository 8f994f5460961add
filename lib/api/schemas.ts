import * as z from 'zod/mini'
import { outcomeKinds } from '#lib/ca/outcome.ts'

/** What the machine interface takes and gives. The OpenAPI document is made from these, so the two cannot differ. */

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most))

export const operationBody = z.strictObject({
  account: z.optional(text(200)),
  ticket: z.optional(
    z.strictObject({ id: text(100), system: z.optional(z.string().check(z.maxLength(40))) }),
  ),
  input: z.optional(
    z.record(z.string().check(z.maxLength(60)), z.union([z.string().check(z.maxLength(40_000)), z.int()])),
  ),
  reason: z.optional(text(1000)),
  override: z.optional(z.strictObject({ reason: text(1000) })),
})
export type OperationBody = z.output<typeof operationBody>

const nullable = <T extends z.core.SomeType>(schema: T) => z.union([schema, z.null()])

export const receiptBody = z.strictObject({
  attempt: z.string(),
  operation: z.string(),
  order: z.string(),
  account: z.strictObject({ id: z.string(), label: z.string() }),
  ticket: nullable(z.strictObject({ id: z.string(), system: z.string() })),
  at: z.iso.datetime(),
  kind: z.enum(outcomeKinds.filter((kind) => kind !== 'not-sent')),
  title: z.string(),
  explanation: z.string(),
  nextStep: z.string(),
  actsNext: z.string(),
  code: nullable(z.int()),
  status: nullable(z.int()),
  field: nullable(z.string()),
  message: nullable(z.string()),
  repeated: z.boolean(),
})
export type ReceiptBody = z.output<typeof receiptBody>

export const problemBody = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  kind: z.literal('not-sent'),
  cause: z.string(),
  nextStep: z.string(),
  errors: z.optional(z.array(z.strictObject({ field: z.string(), message: z.string() }))),
  duplicate: z.optional(
    z.strictObject({
      attempt: z.string(),
      actor: z.string(),
      at: z.iso.datetime(),
      ticket: nullable(z.strictObject({ id: z.string(), system: z.string() })),
      kind: nullable(z.string()),
      title: nullable(z.string()),
    }),
  ),
})
export type ProblemBody = z.output<typeof problemBody>

/** A contact change that waits for a second person: no failure, and no receipt yet. Its status is 202. */
export const waitingBody = z.extend(problemBody, {
  status: z.literal(202),
  cause: z.enum(['approval', 'approved']),
})

export const eventBody = z.strictObject({
  seq: z.int(),
  at: z.iso.datetime(),
  kind: z.string(),
  actor: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
  account: nullable(z.string()),
  operation: nullable(z.string()),
  attempt: nullable(z.string()),
  outcome: nullable(z.string()),
  ticket: nullable(z.strictObject({ id: z.string(), system: z.string() })),
  body: z.record(z.string(), z.unknown()),
  /** Null once personal data has been masked. */
  personal: nullable(z.record(z.string(), z.unknown())),
  hash: z.string(),
})

export const eventsBody = z.strictObject({ events: z.array(eventBody), next: nullable(z.int()) })

export const operationsBody = z.strictObject({
  operations: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      effect: z.string(),
      endpoint: z.string(),
      role: z.string(),
      contactChange: z.boolean(),
      input: z.array(
        z.strictObject({
          name: z.string(),
          label: z.string(),
          hint: z.string(),
          required: z.boolean(),
          maxLength: z.int(),
        }),
      ),
    }),
  ),
})
