// The orders with their stories, each with a small form that makes its answers misbehave.
import type { Controls } from '../simulator.ts'
import { faultKinds, type Order, type SetFault } from '../types.ts'
import { openSteps } from '../advance-order.ts'
import type { Rules } from '../rules.ts'
import { chip } from './card.ts'
import { html, type Html } from './html.ts'
import { checkChips, chipsOf, faultWords, stepWords } from './words.ts'

const groups: [string, (order: Order) => boolean][] = [
  ['Misbehaving orders: they fit every operation', (order) => order.account === '*'],
  ['S/MIME', (order) => order.smime !== undefined],
  ['Agreement (EV)', (order) => order.product.startsWith('EV')],
  ['Domain control (DV)', (order) => order.product.startsWith('DV')],
  ['Callback (OV)', () => true],
]

/** Groups in reading order; an order stands in the first group of `groups` that takes it. */
export const orderList = (controls: Controls): Html => {
  const orders = controls.orders()
  const faults = controls.faults()
  const rules = controls.rules()
  const sorted = groups.map(([title, fits], index) => {
    const mine = orders.filter(
      (order) => fits(order) && !groups.slice(0, index).some(([, earlier]) => earlier(order)),
    )
    return { title, mine }
  })
  return html`${sorted
    .reverse()
    .filter(({ mine }) => mine.length > 0)
    .map(
      ({ title, mine }) =>
        html`<section class="card">
          <h2>${title} <span class="count">${mine.length}</span></h2>
          <ul class="orders">
            ${mine.map((order) => item(order, faults, rules))}
          </ul>
        </section>`,
    )}`
}

const item = (order: Order, faults: SetFault[], rules: Rules): Html => html`
  <li id="order-${order.orderNumber}">
    <p class="number">
      ${order.orderNumber}
      <span class="faint">${order.account === '*' ? 'every account' : order.account}</span>
      ${order.baseOrderNumber !== undefined && html`<span class="faint">base ${order.baseOrderNumber}</span>`}
    </p>
    <div class="about">
      <p>
        <strong>${order.organisation}</strong>
        <span class="faint">${order.product} · ${order.domains.join(', ')}</span>
      </p>
      <p>${order.story}</p>
      <p class="chips" data-state="${order.orderNumber}">${stateOf(order, faults, rules)}</p>
      <div data-state="steps-${order.orderNumber}">${stepsOf(order, rules)}</div>
    </div>
    <details class="misbehave">
      <summary>Misbehave</summary>
      <form method="post" action="/page/faults">
        <input type="hidden" name="orderNumber" value="${order.orderNumber}" />
        <label>
          How order ${order.orderNumber} answers
          <select name="fault">
            <option value="">as it should</option>
            ${faultKinds.map(
              (kind) =>
                html`<option value="${kind}" ${order.fault?.fault === kind && html`selected`}>
                  ${faultWords[kind]}
                </option>`,
            )}
          </select>
        </label>
        <label class="check"><input type="checkbox" name="once" /> for one call only</label>
        <label class="check"><input type="checkbox" name="before" /> without carrying it out</label>
        <button>Set</button>
      </form>
    </details>
  </li>
`

/** Buttons that move the order on, as the customer or the CA's staff would. */
export const stepsOf = (order: Order, rules: Rules): Html => {
  const steps = openSteps(order, rules)
  if (steps.length === 0) return html``
  return html`<form class="steps" method="post" action="/page/advance">
    <input type="hidden" name="orderNumber" value="${order.orderNumber}" />
    <span class="faint">Move on:</span>
    ${steps.map((step) => html`<button class="step" name="step" value="${step}" aria-label="${stepWords[step]}: ${order.orderNumber}">${stepWords[step]}</button>`)}
  </form>`
}

export const stateOf = (order: Order, faults: SetFault[], rules: Rules): Html => {
  const next = faults.findLast((fault) => fault.orderNumber === order.orderNumber)
  const chips = [...chipsOf(order), ...checkChips(order, rules)].map(chip)
  const text = next && `${faultWords[next.fault]}${next.times === undefined ? '' : ` (${next.times} more)`}`
  return html`${text !== undefined && chip({ text, tone: 'fault' })} ${chips}`
}
