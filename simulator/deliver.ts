// Puts an answer on the wire, whole or hurt by a fault, and writes down what went out.
import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import {
  errorPage,
  html,
  huge,
  latin1,
  maintenancePage,
  movedPage,
  unknownCode,
  unknownStatus,
} from './hurt-bodies.ts'
import { contentTypeOf, type Answer, type ReplyFamily } from './reply.ts'
import type { Rules } from './rules.ts'
import type { FaultSpec, RecordedRequest } from './types.ts'

export type Delivery = {
  response: ServerResponse
  record: RecordedRequest
  answer: Answer
  fault?: FaultSpec | undefined
  family: ReplyFamily
  /** A read: its own status fields take the unknown value. */
  isRead?: boolean
  rules: Rules
}

export const redirectPath = '/followed-redirect'

export const deliver = async (delivery: Delivery): Promise<void> => {
  const { response, fault, rules, family, answer } = delivery
  const type = contentTypeOf(family, rules)
  switch (fault?.fault) {
    case 'silent':
      return
    case 'reset-before':
      response.socket?.resetAndDestroy()
      return
    case 'reset-after':
      return sendHalf(delivery, () => response.socket?.resetAndDestroy())
    case 'cut-body':
      return sendHalf(delivery, () => response.socket?.end())
    case 'slow':
      await wait(fault.delayMs ?? 3000)
      return send(delivery, answer)
    case 'html-page':
      return send(delivery, { statusCode: 200, headers: html, body: maintenancePage })
    case 'http-500':
      return send(delivery, { statusCode: 500, headers: html, body: errorPage })
    case 'redirect':
      return send(delivery, {
        statusCode: 302,
        headers: { ...html, location: redirectPath },
        body: movedPage,
      })
    case 'wrong-type':
      return send(delivery, { ...answer, headers: { 'content-type': 'application/json' } })
    case 'latin-1':
      return send(delivery, {
        statusCode: 200,
        headers: { 'content-type': bare(type) },
        body: latin1(family),
      })
    case 'huge':
      return send(delivery, { ...answer, body: huge(family, answer.body) })
    case 'unknown-code':
      return send(delivery, { statusCode: 200, headers: { 'content-type': type }, body: unknownCode(family) })
    case 'unknown-status':
      return send(delivery, {
        statusCode: 200,
        headers: { 'content-type': type },
        body: unknownStatus(family, delivery.isRead ? answer.body : undefined),
      })
    case 'empty':
      return send(delivery, { ...answer, body: Buffer.alloc(0) })
    case undefined:
      return send(delivery, answer)
  }
}

const send = ({ response, record, fault }: Delivery, { statusCode, headers, body }: Answer): void => {
  if (response.destroyed || response.headersSent) return
  record.answer = {
    statusCode,
    headers,
    bodyBase64: body.toString('base64'),
    bodyText: body.toString('utf8'),
    complete: true,
    ...(fault ? { fault: fault.fault } : {}),
  }
  response.writeHead(statusCode, { ...headers, 'content-length': body.length })
  response.end(body)
}

// Announces the whole body, sends half of it, and breaks off once the half has left this process.
const sendHalf = async (delivery: Delivery, breakOff: () => void): Promise<void> => {
  const { response, record, fault, answer } = delivery
  const half = answer.body.subarray(0, Math.floor(answer.body.length / 2))
  record.answer = {
    statusCode: answer.statusCode,
    headers: answer.headers,
    bodyBase64: half.toString('base64'),
    bodyText: half.toString('utf8'),
    complete: false,
    ...(fault ? { fault: fault.fault } : {}),
  }
  response.writeHead(answer.statusCode, { ...answer.headers, 'content-length': answer.body.length })
  response.flushHeaders()
  if (half.length > 0) response.write(half)
  // A reset throws away what the other side has not read yet: let it read the half first.
  await wait(50)
  breakOff()
}

const bare = (type: string): string => type.split(';', 1)[0] ?? type
