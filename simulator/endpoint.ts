// What an endpoint is, and the helpers every endpoint file uses. Another endpoint is one file in endpoints/ and one registry line.
import type { FormPair } from './form.ts'
import type { Reply, ReplyFamily } from './reply.ts'
import type { Rules } from './rules.ts'
import type { Account, MailKind, Order, StatusRead, World } from './types.ts'

export type Values = Readonly<Record<string, string | undefined>>

export type ArgumentSpec = {
  /** In the document's spelling; compared without regard to case ("Variable Name (case insensitive)", seed2). */
  name: string
  required?: boolean
  max?: number
  check?: (value: string, rules: Rules) => boolean
}

export type Call = {
  world: World
  rules: Rules
  account: Account
  order: Order
  values: Values
  /** The format that was asked for. */
  family: ReplyFamily
  /** Where the documents limit how often it may be read. */
  read?: StatusRead | undefined
  now: Date
}
export type AccountCall = Omit<Call, 'order'>

type EndpointBase = {
  /** As in the address: `!UpdateUserOvCallback`. */
  name: string
  /** What stands between /products/ and the name in the address. */
  folder?: string
  /** Which document it was written from. */
  document: string
  family: ReplyFamily
  /** By the argument responseFormat; without it, or with another value, it is `family`. */
  formats?: Record<string, ReplyFamily>
  /** A read that the documents limit. */
  limited?: boolean
  arguments: ArgumentSpec[]
  /** Whether a reply names the argument at fault in `errorItem`. */
  hasErrorItem?: boolean
  /** What cannot be said of one argument alone, such as "required for the action X". */
  validate?: (values: Values, rules: Rules) => Reply | undefined
}
export type OrderEndpoint = EndpointBase & {
  /** Default: the argument orderNumber. */
  findOrder?: (world: World, values: Values) => Order | Reply
  perform: (call: Call) => Reply
}
/** One that is asked about something else than an order. */
export type AccountEndpoint = EndpointBase & { answer: (call: AccountCall) => Reply }
export type Endpoint = OrderEndpoint | AccountEndpoint

export const familyOf = (endpoint: Endpoint, pairs: FormPair[]): ReplyFamily => {
  const format = pairs.find(({ name }) => name.toLowerCase() === 'responseformat')?.value ?? ''
  const { formats = {} } = endpoint
  return (Object.hasOwn(formats, format) ? formats[format] : undefined) ?? endpoint.family
}

export const loginArguments: ArgumentSpec[] = [
  { name: 'loginName', required: true, max: 64 },
  { name: 'loginPassword', required: true, max: 128 },
]

export const missing = (argument: string): Reply => ({ errorCode: -3, argument })
export const invalid = (argument: string, errorCode = -4): Reply => ({
  errorCode,
  argument,
  // Other codes have no documented text about an argument, but the text of -4 says what is meant.
  ...(errorCode === -4 ? {} : { errorMessage: `The value of the '${argument}' argument is invalid!` }),
})
export const isReply = (thing: Order | Reply): thing is Reply => 'errorCode' in thing

/** -20: "Order relative errors (see errorMessage for details)" (seed2). */
export const orderError = (errorMessage: string, errorCode = -20): Reply => ({ errorCode, errorMessage })

export const findByOrderNumber = (world: World, values: Values): Order | Reply =>
  world.orders.get(values['orderNumber'] ?? '') ?? invalid('orderNumber', world.rules.unknownOrderCode)

export const sendMail = (
  { world, order, now }: Call,
  mail: { kind: MailKind; to: string; subject: string; template?: number },
): void => {
  world.outbox.push({ id: world.nextId++, at: now.toISOString(), orderNumber: order.orderNumber, ...mail })
}

export const tellStaff = ({ world, order, now, values }: Call, text: string): void => {
  const comments = values['comments']
  world.notes.push({
    id: world.nextId++,
    at: now.toISOString(),
    orderNumber: order.orderNumber,
    action: values['action'] ?? '',
    text,
    ...(comments === undefined ? {} : { comments }),
  })
}
