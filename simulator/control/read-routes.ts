// The paths under /control/ for what is read and what is pushed.
import type { DomainContacts, PushFormat } from '../types.ts'
import { cleared, needId, type Handler } from './wish.ts'

type Body = Record<string, unknown>

export const readRoutes: Record<string, Record<string, Handler>> = {
  reads: {
    GET: ({ controls, query }) => {
      const order = query.get('order')
      const reads = controls.reads().filter((read) => order === null || read.orderNumber === order)
      return { reads, readViolations: controls.readViolations() }
    },
    DELETE: ({ controls }) => {
      controls.clearReads()
      return cleared
    },
  },
  domains: {
    GET: ({ controls }) => ({ domains: controls.domains() }),
    PUT: ({ controls, id, body }) => {
      controls.setDomain(needId(id, 'a domain'), body as DomainContacts)
      return cleared
    },
  },
  push: {
    GET: ({ controls }) => ({ targets: controls.pushTargets(), push: controls.pushLog() }),
    PUT: ({ controls, body }) => controls.setPush(readTarget(body)),
    POST: ({ controls, id, body }) => {
      if (id !== 'send') throw new TypeError('POST /control/push/send sends a push.')
      return controls.sendPush(readWish(body))
    },
    DELETE: ({ controls, query }) => {
      controls.clearPush(query.get('account') ?? undefined)
      return cleared
    },
  },
}

const readTarget = ({ account, url, format, ...rest }: Body) => {
  if (typeof account !== 'string' || typeof url !== 'string' || Object.keys(rest).length > 0) {
    throw new TypeError('The body is { account, url, format?: "GET" or "POST" }.')
  }
  return { account, url, ...readFormat(format) }
}

const readFormat = (format: unknown): { format?: PushFormat } => {
  if (format === undefined) return {}
  if (format !== 'GET' && format !== 'POST') throw new TypeError('The field "format" is "GET" or "POST".')
  return { format }
}

const texts = ['account', 'raw', 'contentType'] as const

const readWish = ({ format, ...body }: Body) => {
  const wish: Partial<Record<(typeof texts)[number], string>> = {}
  for (const name of texts) {
    const value = body[name]
    if (value === undefined) continue
    if (typeof value !== 'string') throw new TypeError(`The field "${name}" is a string.`)
    wish[name] = value
    delete body[name]
  }
  const parameters: Record<string, string> = {}
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new TypeError(`The parameter "${name}" is a string or a number.`)
    }
    parameters[name] = String(value)
  }
  return { ...wish, ...readFormat(format), parameters }
}
