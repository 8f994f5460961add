import * as z from 'zod/mini'
import { inputSchemas } from '#lib/ca/inputs.ts'
import { catalogue } from '#lib/ca/catalogue.ts'
import { operationIds } from '#lib/ca/operation.ts'
import {
  eventsBody,
  operationBody,
  operationsBody,
  problemBody,
  receiptBody,
  waitingBody,
} from './schemas.ts'

/** The OpenAPI 3.1 document, made from the schemas that the handlers use. */
export function openApiDocument(server: string) {
  const operations = operationIds.map(
    (id) => [`/api/v1/orders/{orderNumber}/operations/${id}`, { post: post(id) }] as const,
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Unstuck',
      version: '1',
      description:
        'Does what the desk’s forms do, through the same use case. A 200 means that something went out or may have: read `kind`. Everything that did not leave is a problem with `kind: not-sent`; a 202 is one that waits for a second person.',
    },
    servers: [{ url: server }],
    security: [{ token: [] }],
    paths: {
      ...Object.fromEntries(operations),
      '/api/v1/orders/{orderNumber}/events': {
        get: {
          operationId: 'events',
          summary: 'The history of one order, oldest first',
          parameters: [
            orderNumber,
            {
              name: 'after',
              in: 'query',
              description: 'The `next` of the page before.',
              schema: { type: 'integer' },
            },
          ],
          responses: { 200: answer('A page of events.', eventsBody), ...problems(400, 401, 422, 503) },
        },
      },
      '/api/v1/operations': {
        get: {
          operationId: 'operations',
          summary: 'Every operation with its input',
          responses: { 200: answer('The operations.', operationsBody), ...problems(401, 503) },
        },
      },
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problemBody), Receipt: schemaOf(receiptBody) },
    },
  }
}

const orderNumber = {
  name: 'orderNumber',
  in: 'path',
  required: true,
  description: 'The CA’s order number.',
  schema: { type: 'string', minLength: 1, maxLength: 128 },
}

function post(id: (typeof operationIds)[number]) {
  const about = catalogue[id]
  const body = schemaOf(operationBody) as { properties: Record<string, unknown> }
  return {
    operationId: id,
    summary: about.title,
    description: `${about.effect} Needs the role ${about.role}.${about.contactChange ? ' Needs a `reason`.' : ''}`,
    parameters: [
      orderNumber,
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        description: 'New for each attempt. The same key again gets the first receipt and sends nothing.',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: { ...body, properties: { ...body.properties, input: inputSchema(id) } },
        },
      },
    },
    responses: {
      200: {
        description: 'Something went out, or may have. Read `kind`.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } },
      },
      ...(about.contactChange ? { 202: waiting } : {}),
      ...problems(400, 401, 403, 404, 409, 413, 415, 422, 423, 429, 502, 503),
    },
  }
}

/** Where an administrator has set that contact changes need a second person. */
const waiting = {
  description:
    'Written down, and nothing left yet: a second person has to approve it in the desk. Ask again with the same key and content: the answer stays 202 while it waits, is the receipt once it was approved and sent, and a 409 with the cause `not-approved` once it was declined, withdrawn or has run out.',
  content: { 'application/problem+json': { schema: schemaOf(waitingBody) } },
}

/** The form's schema takes everything as optional to say what is missing in its own words; the catalogue knows what must be there. */
function inputSchema(id: (typeof operationIds)[number]) {
  const required = catalogue[id].fields.filter((field) => field.required).map((field) => field.name)
  return { ...schemaOf(inputSchemas[id]), ...(required.length > 0 ? { required } : {}) }
}

const reasons: Readonly<Record<number, string>> = {
  400: 'The request does not have the documented form.',
  401: 'No valid token.',
  403: 'The token’s role does not allow it.',
  404: 'No such operation or account.',
  409: 'A duplicate of an earlier attempt, a key used with other content, or a request that nobody approved.',
  413: 'The body is larger than 64 KiB.',
  415: 'The body is not application/json.',
  422: 'Some of the input needs a change: see `errors`.',
  423: 'The account is on hold.',
  429: 'Too many attempts: see Retry-After.',
  502: 'The CA, or its list of domain control addresses, could not be reached; the operation did not leave.',
  503: 'The history could not be written; nothing left.',
}

function problems(...statuses: number[]) {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(
    statuses.map((status) => [status, { description: reasons[status] ?? 'Nothing left.', content }]),
  )
}

function answer(description: string, schema: z.core.$ZodType) {
  return { description, content: { 'application/json': { schema: schemaOf(schema) } } }
}

function schemaOf(schema: z.core.$ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}
