// A partner's HTTP request: written down, carried out (on the world, or on a copy where a fault says that nothing happened), answered.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { deliver } from './deliver.ts'
import type { Endpoint } from './endpoint.ts'
import { forcedAnswer, hasEffect, takeFault, takeMatch } from './faults.ts'
import { readForm, type FormPair } from './form.ts'
import { performPartnerCall } from './partner-call.ts'
import type { Body } from './read-body.ts'
import { answerOf, type Answer } from './reply.ts'
import type { Memory } from './simulator.ts'
import type { RecordedRequest } from './types.ts'

type Exchange = { request: IncomingMessage; response: ServerResponse; body: Body }

export const answerPartner = async (
  memory: Memory,
  endpoint: Endpoint,
  exchange: Exchange,
): Promise<void> => {
  const { request, response, body } = exchange
  const pairs = readPairs(memory, request, body)
  const record = memory.journal.add(request, {
    kind: 'partner',
    aborted: body.aborted,
    body: body.bytes,
    at: memory.now(),
  })
  note(record, endpoint, pairs)
  // A request that never arrived whole is not an order to do anything.
  if (body.aborted) return

  const { world } = memory
  const orderNumber = orderOf(memory, pairs)
  const answer = (): Answer => {
    if (body.tooLarge) return tooLarge
    const forced = takeMatch(memory.answers, orderNumber, endpoint.name)
    if (!forced) return perform(fault)
    if (forced.effect) perform(fault)
    return forcedAnswer(forced, endpoint.family, world.rules)
  }
  const perform = (fault: ReturnType<typeof takeFault>): Answer => {
    const secure = request.headers['x-forwarded-proto'] === 'https'
    const call = { method: request.method ?? '', secure, pairs, now: memory.now() }
    const target = hasEffect(fault) ? world : structuredClone(world)
    return answerOf(endpoint.family, performPartnerCall(target, endpoint, call), world.rules)
  }
  const fault = takeFault(memory.faults, world.orders.get(orderNumber ?? ''), orderNumber, endpoint.name)
  await deliver({ response, record, answer: answer(), fault, family: endpoint.family, rules: world.rules })
}

const tooLarge: Answer = {
  statusCode: 413,
  headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' },
  body: Buffer.from('The body is larger than 1 MiB.'),
}

const readPairs = (memory: Memory, request: IncomingMessage, body: Body): FormPair[] => {
  const query = (request.url ?? '').split('?').slice(1).join('?')
  const fromQuery = memory.world.rules.queryArguments === 'read' ? readForm(Buffer.from(query, 'latin1')) : []
  return [...fromQuery, ...readForm(body.bytes)]
}

const valueOf = (pairs: FormPair[], name: string): string | undefined =>
  pairs.find((pair) => pair.name.toLowerCase() === name)?.value

const orderOf = (memory: Memory, pairs: FormPair[]): string | undefined => {
  const orderNumber = valueOf(pairs, 'ordernumber')
  if (orderNumber !== undefined && orderNumber !== '') return orderNumber
  const base = valueOf(pairs, 'baseordernumber')
  if (base === undefined || base === '') return undefined
  for (const order of memory.world.orders.values())
    if (order.baseOrderNumber === base) return order.orderNumber
  return undefined
}

const note = (record: RecordedRequest, endpoint: Endpoint, pairs: FormPair[]): void => {
  const action = valueOf(pairs, 'action')
  const orderNumber = valueOf(pairs, 'ordernumber') ?? valueOf(pairs, 'baseordernumber')
  const loginName = valueOf(pairs, 'loginname')
  record.endpoint = endpoint.name
  if (action !== undefined) record.action = action
  if (orderNumber !== undefined) record.orderNumber = orderNumber
  if (loginName !== undefined) record.loginName = loginName
}
