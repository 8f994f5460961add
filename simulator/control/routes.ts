// What each path under /control/ does, by method. A TypeError becomes a 400 with its sentence; undefined becomes a 404.
import { advanceSteps, type AdvanceStep } from '../advance-order.ts'
import type { Rules } from '../rules.ts'
import type { Account, AnswerSpec, FaultSpec, OrderPatch } from '../types.ts'
import { readRoutes } from './read-routes.ts'
import { cleared, needId, type Handler } from './wish.ts'

export const routes: Record<string, Record<string, Handler>> = {
  requests: {
    GET: ({ controls, query }) => {
      const order = query.get('order')
      const endpoint = query.get('endpoint')
      const requests = controls
        .requests()
        .filter((request) => order === null || request.orderNumber === order)
        .filter(
          (request) => endpoint === null || request.endpoint?.replace('!', '') === endpoint.replace('!', ''),
        )
      return { requests }
    },
    DELETE: ({ controls }) => {
      controls.clearRequests()
      return cleared
    },
  },
  orders: {
    GET: ({ controls, id }) => (id === undefined ? { orders: controls.orders() } : controls.order(id)),
    PATCH: ({ controls, id, body }) => controls.setOrder(needId(id, 'an order number'), body as OrderPatch),
  },
  advance: {
    POST: ({ controls, body: { orderNumber, step } }) => {
      if (!advanceSteps.includes(step as AdvanceStep)) {
        throw new TypeError(`The field "step" is one of: ${advanceSteps.join(', ')}.`)
      }
      return controls.advance(String(orderNumber), step as AdvanceStep)
    },
  },
  ...readRoutes,
  accounts: {
    GET: ({ controls }) => ({ accounts: controls.accounts() }),
    PATCH: ({ controls, id, body }) => {
      controls.setAccount(needId(id, 'a login name'), checkAccount(body))
      return cleared
    },
  },
  faults: {
    GET: ({ controls }) => ({ faults: controls.faults() }),
    POST: ({ controls, body }) => ({ id: controls.setFault(body as FaultSpec) }),
    DELETE: ({ controls, query }) => {
      controls.clearFaults(query.get('order') ?? undefined)
      return cleared
    },
  },
  answers: {
    GET: ({ controls }) => ({ answers: controls.answers() }),
    POST: ({ controls, body }) => ({ id: controls.setAnswer(body as AnswerSpec) }),
    DELETE: ({ controls }) => {
      controls.clearAnswers()
      return cleared
    },
  },
  outbox: { GET: ({ controls }) => ({ outbox: controls.outbox() }) },
  calls: { GET: ({ controls }) => ({ calls: controls.calls() }) },
  notes: { GET: ({ controls }) => ({ notes: controls.notes() }) },
  rules: {
    GET: ({ controls }) => controls.rules(),
    PATCH: ({ controls, body }) => controls.setRules(body as Partial<Rules>),
  },
  reset: {
    POST: ({ controls }) => {
      controls.reset()
      return cleared
    },
  },
}

const accountFields: Record<string, string> = {
  label: 'string',
  password: 'string',
  locked: 'boolean',
  failedLogins: 'number',
  deniedCode: 'number',
}

const checkAccount = (body: Record<string, unknown>): Partial<Account> => {
  for (const [name, value] of Object.entries(body)) {
    const list = name === 'deniedEndpoints' ? 'string' : name === 'dcvTemplates' ? 'number' : undefined
    const fits = list
      ? Array.isArray(value) && value.every((item) => typeof item === list)
      : typeof value === accountFields[name]
    if (!fits) throw new TypeError(`An account has no field "${name}", or not with that value.`)
  }
  return body as Partial<Account>
}
