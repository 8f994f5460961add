// The page at /: what the simulated CA did. Plain HTML from the server, one style sheet, and a script that fetches what changed.
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { refuseStranger } from '../control/refuse-stranger.ts'
import { readForm } from '../form.ts'
import type { Body } from '../read-body.ts'
import type { Controls } from '../simulator.ts'
import type { AdvanceStep } from '../advance-order.ts'
import type { FaultKind } from '../types.ts'
import { activity } from './activity.ts'
import { html, type Html } from './html.ts'
import { orderList, stateOf, stepsOf } from './orders.ts'

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export const answerPage = (
  controls: Controls,
  request: IncomingMessage,
  response: ServerResponse,
  body: Body,
): void => {
  const say = (statusCode: number, type: string, text: string, more: Record<string, string> = {}): void => {
    response.writeHead(statusCode, {
      'content-type': `${type}; charset=utf-8`,
      'content-length': Buffer.byteLength(text),
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
      ...more,
    })
    response.end(request.method === 'HEAD' ? undefined : text)
  }
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  // A link from elsewhere may show the page; nothing from elsewhere may read its parts or change anything.
  const stranger = path === '/' && isRead(request) ? undefined : refuseStranger(request)
  if (stranger !== undefined) return say(403, 'text/plain', stranger)
  if (body.aborted) return

  if (isRead(request)) {
    if (path === '/') return say(200, 'text/html', document(controls).text)
    if (path === '/page/changes') return say(200, 'application/json', JSON.stringify(changes(controls)))
    if (path === '/page/page.css') return say(200, 'text/css', file('page.css'))
    if (path === '/page/refresh.js') return say(200, 'text/javascript', file('refresh.js'))
  }
  if (request.method === 'POST' && path === '/page/reset') {
    controls.reset()
    return say(303, 'text/plain', 'Reset.', { location: '/' })
  }
  if (request.method === 'POST' && path === '/page/faults') return setFault(controls, body, say)
  if (request.method === 'POST' && path === '/page/advance') return advance(controls, body, say)
  say(404, 'text/plain', 'There is no such page. The simulated CA is at /.')
}

const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD'

const file = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

type Say = (statusCode: number, type: string, text: string, more?: Record<string, string>) => void

const setFault = (controls: Controls, body: Body, say: Say): void => {
  const form = new Map(readForm(body.bytes).map(({ name, value }) => [name, value]))
  const orderNumber = form.get('orderNumber') ?? ''
  if (!controls.order(orderNumber)) return say(404, 'text/plain', 'There is no such order.')
  const fault = form.get('fault') as FaultKind | ''
  const before = form.has('before')
  try {
    controls.clearFaults(orderNumber)
    if (fault === '') controls.setOrder(orderNumber, { fault: null })
    else if (form.has('once')) controls.setFault({ orderNumber, fault, before, times: 1 })
    else controls.setOrder(orderNumber, { fault: { fault, before } })
  } catch (error) {
    if (error instanceof TypeError) return say(400, 'text/plain', error.message)
    throw error
  }
  say(303, 'text/plain', 'Set.', { location: `/#order-${orderNumber}` })
}

const advance = (controls: Controls, body: Body, say: Say): void => {
  const form = new Map(readForm(body.bytes).map(({ name, value }) => [name, value]))
  const orderNumber = form.get('orderNumber') ?? ''
  if (!controls.order(orderNumber)) return say(404, 'text/plain', 'There is no such order.')
  try {
    controls.advance(orderNumber, form.get('step') as AdvanceStep)
  } catch (error) {
    if (error instanceof TypeError) return say(400, 'text/plain', error.message)
    throw error
  }
  say(303, 'text/plain', 'Moved on.', { location: `/#order-${orderNumber}` })
}

const changes = (controls: Controls): { activity: string; states: Record<string, string> } => {
  const faults = controls.faults()
  const rules = controls.rules()
  return {
    activity: activity(controls).text,
    states: Object.fromEntries(
      controls.orders().flatMap((order) => [
        [order.orderNumber, stateOf(order, faults, rules).text],
        [`steps-${order.orderNumber}`, stepsOf(order, rules).text],
      ]),
    ),
  }
}

const document = (controls: Controls): Html =>
  html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Simulated CA</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page/page.css" />
        <script src="/page/refresh.js" defer></script>
        <noscript><meta http-equiv="refresh" content="5" /></noscript>
      </head>
      <body>
        <header>
          <div>
            <h1>Simulated CA</h1>
            <p>
              A stand-in for the partner interface of the Sectigo CA.
              <strong>Nothing leaves this machine:</strong> no e-mail is sent, nobody is called, and the
              orders and customers are made up. Times are in UTC.
            </p>
          </div>
          <form method="post" action="/page/reset"><button>Reset everything</button></form>
        </header>
        <main>
          <div id="activity">${activity(controls)}</div>
          <div id="orders">${orderList(controls)}</div>
        </main>
      </body>
    </html> `
