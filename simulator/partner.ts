// A partner's HTTP request: written down, carried out (on the world, or on a copy where a fault says that nothing happened), answered.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { deliver } from './deliver.ts'
import { familyOf, type Endpoint } from './endpoint.ts'
import { forcedAnswer, hasEffect, takeFault, takeMatch } from './faults.ts'
import { guessOrder } from './find-by-numbers.ts'
import { readForm, type FormPair } from './form.ts'
import { performPartnerCall } from './partner-call.ts'
import { clickThroughSent } from './push/push-events.ts'
import type { Body } from './read-body.ts'
import { answerOf, type Answer } from './reply.ts'
import type { Memory } from './simulator.ts'
import type { Order, RecordedRequest } from './types.ts'

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
  const family = familyOf(endpoint, pairs)
  const order = orderOf(memory, pairs)
  const orderNumber = order?.orderNumber ?? valueOf(pairs, 'ordernumber')
  const certificateID = valueOf(pairs, 'certificateid')
  if (certificateID !== undefined) record.orderNumber ??= order?.orderNumber ?? certificateID
  const read = endpoint.limited
    ? memory.reads.begin(
        {
          endpoint: endpoint.name,
          loginName: record.loginName ?? '',
          orderNumber: order?.orderNumber ?? '',
        },
        memory.now(),
        world.rules.readHours,
      )
    : undefined
  if (read) response.once('close', () => memory.reads.end(read))

  const answer = (): Answer => {
    if (body.tooLarge) return tooLarge
    const forced = takeMatch(memory.answers, orderNumber, endpoint.name)
    if (!forced) return perform(fault)
    if (forced.effect) perform(fault)
    else if (read) read.counted = true
    return forcedAnswer(forced, family, world.rules)
  }
  const perform = (fault: ReturnType<typeof takeFault>): Answer => {
    const secure = request.headers['x-forwarded-proto'] === 'https'
    const acts = hasEffect(fault)
    const call = { method: request.method ?? '', secure, pairs, family, now: memory.now() }
    const mails = world.outbox.length
    const reply = acts
      ? performPartnerCall(world, endpoint, { ...call, read })
      : performPartnerCall(structuredClone(world), endpoint, { ...call, read: structuredClone(read) })
    for (const mail of world.outbox.slice(mails)) {
      if (mail.kind === 'click-through' && order) memory.pushes.happened(order, clickThroughSent(world.rules))
    }
    return answerOf(family, reply, world.rules)
  }
  const fault = takeFault(memory.faults, order, orderNumber, endpoint.name)
  const isRead = endpoint.formats !== undefined
  await deliver({ response, record, answer: answer(), fault, family, isRead, rules: world.rules })
  // At once, and not at `close`: the client may have read the answer and asked again by then.
  if (read && response.writableEnded) memory.reads.end(read)
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

const orderOf = (memory: Memory, pairs: FormPair[]): Order | undefined => {
  const domain = valueOf(pairs, 'domainname')?.toLowerCase()
  if (domain) {
    const loginName = valueOf(pairs, 'loginname')
    const orders = [...memory.world.orders.values()].filter(({ domains }) => domains.includes(domain))
    const mine = orders.filter(({ account }) => account === loginName || account === '*')
    // Where several orders share a name, none of them is meant.
    return mine.length === 1 ? mine[0] : undefined
  }
  return guessOrder(memory.world, {
    orderNumber: valueOf(pairs, 'ordernumber'),
    certificateID: valueOf(pairs, 'certificateid'),
    baseOrderNumber: valueOf(pairs, 'baseordernumber'),
  })
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
