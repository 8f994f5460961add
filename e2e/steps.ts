import { expect, type Locator, type Page } from '@playwright/test'
import { catalogue } from '#lib/ca/catalogue.ts'
import { examples, type Example } from '#lib/ca/examples.ts'
import type { Control, FieldCopy, Input, OperationId } from '#lib/ca/operation.ts'
import type { SimulatorControl } from '../scripts/support/simulator-control.ts'

/** The moves that journeys share, each as a person makes it: by what the page calls its controls. */

export const account = 'Demo EU'
export const reason = 'The customer asked for it in the ticket; checked by calling back.'

export function example(operation: OperationId, name: string): Example {
  const found = examples.find((one) => one.operation === operation && one.name === name)
  if (found === undefined) throw new Error(`There is no example of ${operation} that “${name}”.`)
  return found
}

/** The operation's first example that the CA accepts. */
export function acceptedExample(operation: OperationId): Example {
  const found = examples.find(
    (one) => one.operation === operation && ['done', 'passed-on'].includes(one.expect.kind),
  )
  if (found === undefined) throw new Error(`There is no accepted example of ${operation}.`)
  return found
}

/** An order of a test's own in the state of a seed order, so that tests never meet. */
export async function orderLike(
  simulator: SimulatorControl,
  freshOrder: (patch?: object) => Promise<string>,
  { situation }: Example,
): Promise<string> {
  const none = { callback: null, clickThrough: null, dcv: null, smime: null }
  const seed = (await simulator.order(situation.order)) as object
  const order = await freshOrder({ ...none, ...seed, orderNumber: null, baseOrderNumber: null })
  const { answer } = situation
  if (answer !== undefined) {
    await simulator.setAnswer({ ...answer, endpoint: `!${answer.endpoint}`, orderNumber: order, times: 1 })
  }
  return order
}

export function orderPath(order: string, operation: OperationId | null = null, query: object = {}): string {
  const path = `/orders/${encodeURIComponent(order)}${operation === null ? '' : `/${operation}`}`
  return `${path}?${new URLSearchParams({ account, ...query })}`
}

/** Fills in who one is and presses the button. */
export async function fillSignIn(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Waits until the browser's scripts have taken something over: a form that is pressed before that says that nothing was sent. */
export async function expectTaken(element: Locator): Promise<void> {
  const isTaken = (one: Element) => Object.keys(one).some((key) => key.startsWith('__react'))
  await expect.poll(() => element.evaluate(isTaken)).toBe(true)
}

/** The operation's form, ready to be used. */
export async function formOf(page: Page, operation: OperationId): Promise<Locator> {
  const form = page.getByRole('form', { name: catalogue[operation].title })
  await expectTaken(form)
  return form
}

export async function openForm(
  page: Page,
  order: string,
  operation: OperationId,
  query = {},
): Promise<Locator> {
  await page.goto(orderPath(order, operation, query))
  return formOf(page, operation)
}

/** Fills in what an operation takes, and the reason where it demands one. */
export async function fillIn(page: Page, operation: OperationId, input: Input): Promise<void> {
  const { fields, contactChange } = catalogue[operation]
  for (const field of fields) {
    const value = input[field.name]
    if (value !== undefined) await fillers[field.control](page, field, value)
  }
  if (contactChange) await page.getByRole('textbox', { name: 'Reason for the change' }).fill(reason)
}

type Filler = (page: Page, field: FieldCopy, value: string) => Promise<unknown>

const fillText: Filler = (page, { label }, value) => page.getByRole('textbox', { name: label }).fill(value)

const fillers: Readonly<Record<Control, Filler>> = {
  'callback-time': (page, _field, utc) => {
    const [date = '', time = ''] = utc.split(' ')
    return fillCall(page, { zone: 'UTC', date, time })
  },
  'dcv-address': async (page, _field, value) => {
    await page.getByRole('radio', { name: 'Another address, typed by hand' }).check()
    await page.getByRole('textbox', { name: 'E-mail address' }).fill(value)
  },
  'order-number': async (page, field, value) => {
    await page.getByText('Use the base order number instead').click()
    await fillText(page, field, value)
  },
  language: (page, { label }, value) => page.getByRole('combobox', { name: label }).selectOption(value),
  'dcv-template': (page, { label }, value) => page.getByRole('combobox', { name: label }).selectOption(value),
  extension: fillText,
  phone: fillText,
  email: fillText,
  'email-list': fillText,
  comments: fillText,
}

export interface PlannedCall {
  readonly zone?: string
  readonly date: string
  readonly time: string
}

export const zoneOf = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'Time zone of the customer' })

export async function fillCall(page: Page, { zone, date, time }: PlannedCall): Promise<void> {
  if (zone !== undefined) await zoneOf(page).fill(zone)
  await page.getByLabel('Date there').fill(date)
  await page.getByLabel('Time there').fill(time)
}

/** The times that the CA was asked to call at. */
export async function sentTimes(simulator: SimulatorControl, order: string): Promise<(string | null)[]> {
  const requests = await simulator.requests(order)
  return requests.map(({ bodyText }) => new URLSearchParams(bodyText).get('preferredTimeUTC'))
}

/** Presses the form's button and answers with the step that shows what will happen. */
export async function checkBeforeSending(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Check before sending' }).click()
  const step = page.getByRole('region', { name: 'Check before sending' })
  await expect(step).toBeVisible()
  await expect(step.getByRole('heading', { name: 'Check before sending' })).toBeFocused()
  return step
}

/** Sends and answers with the receipt, which has taken focus. */
export async function send(page: Page, operation: OperationId): Promise<Locator> {
  await page.getByRole('button', { name: catalogue[operation].sendLabel, exact: true }).click()
  const receipt = page.getByRole('article')
  await expect(receipt.getByRole('heading', { level: 2 })).toBeFocused({ timeout: 20_000 })
  return receipt
}

/** The whole way from the form's address to the receipt. */
export async function perform(
  page: Page,
  order: string,
  { operation, input }: Pick<Example, 'operation' | 'input'>,
  query = {},
) {
  await openForm(page, order, operation, query)
  await fillIn(page, operation, input)
  await checkBeforeSending(page)
  return send(page, operation)
}

/** The summary of errors. The framework's own announcer is an alert too, without a name. */
export const summaryOf = (page: Page): Locator => page.getByRole('alert', { name: /./ })

export const timelineOf = (page: Page): Locator =>
  page.getByRole('region', { name: /^Attempts on this order/ })

/** The entries of the timeline, newest first. */
export const entriesOf = (page: Page): Locator =>
  timelineOf(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) })
