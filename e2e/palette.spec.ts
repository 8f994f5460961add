import type { Page } from '@playwright/test'
import { catalogue } from '#lib/ca/catalogue.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { waitsForAgreement } from './fixtures/order-state.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

const paletteOf = (page: Page) => page.getByRole('dialog', { name: 'Palette' })
const fieldOf = (page: Page) => paletteOf(page).getByRole('combobox')
const optionsOf = (page: Page) => paletteOf(page).getByRole('option')
const markedOf = (page: Page) => paletteOf(page).getByRole('option', { selected: true })

/** Presses until the browser's scripts have taken the page over. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    if (!(await fieldOf(page).isVisible())) await page.keyboard.press('Control+k')
    await expect(fieldOf(page)).toBeFocused({ timeout: 500 })
  }).toPass()
  await expect(markedOf(page)).toHaveCount(1)
}

test('from inside a form the palette opens an order by keyboard alone, and what was typed in the form is still there afterwards', async ({
  signedInAs,
  freshOrder,
}) => {
  const [order, other] = [await freshOrder(), await freshOrder()]
  const page = await signedInAs('agent')
  const form = await steps.openForm(page, order, 'schedule-callback', { ticket: 'T-9' })
  const extension = form.getByRole('textbox', { name: 'Extension' })
  await extension.fill('204')
  await openPalette(page)
  await page.keyboard.press('Escape')
  await expect(paletteOf(page)).toBeHidden()
  await expect(extension).toBeFocused()
  await expect(extension).toHaveValue('204')

  // Closed and opened in one breath.
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(`# ${other.slice(0, 4)} ${other.slice(4)}`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/orders/${other}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(other)
  await expect(paletteOf(page)).toBeHidden()
  // The next Tab goes on from the new page's content.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)

  await page.goBack()
  await expect(form.getByRole('textbox', { name: 'Extension' })).toHaveValue('204')
})

test('the arrows, Home and End move and go round, the field keeps the focus, and the next letter starts at the first again', async ({
  signedInAs,
}) => {
  const page = await signedInAs('manager')
  await page.goto('/codes')
  await openPalette(page)
  // What the browser knows by itself: nothing that the server still finds becomes the last one in the middle.
  await page.keyboard.type('screen')
  const all = optionsOf(page)
  await expect(all).not.toHaveCount(0)
  const marked = async (which: 'first' | 'last') => {
    await expect(all[which]()).toHaveAttribute('aria-selected', 'true')
    const id = await all[which]().getAttribute('id')
    await expect(fieldOf(page)).toHaveAttribute('aria-activedescendant', id ?? '')
    await expect(all[which]()).toBeInViewport()
  }
  await marked('first')
  await page.keyboard.press('ArrowUp')
  await marked('last')
  await page.keyboard.press('ArrowDown')
  await marked('first')
  await page.keyboard.press('End')
  await marked('last')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect(all.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Backspace')
  await marked('first')
  await expect(fieldOf(page)).toBeFocused()
})

test('an operation asks for its order, Backspace takes it back, and the form opens on the order that was typed', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('manager')
  await page.goto('/')
  await openPalette(page)
  await page.keyboard.type('manual callb')
  await expect(markedOf(page)).toContainText(catalogue['request-manual-callback'].title)
  await page.keyboard.press('Enter')
  const asked = `Order number for: ${catalogue['request-manual-callback'].title}`
  await expect(fieldOf(page)).toHaveAccessibleName(asked)
  await page.keyboard.press('Backspace')
  await expect(fieldOf(page)).toHaveAccessibleName('Find anything')
  await page.keyboard.type('manual callb')
  await page.keyboard.press('Enter')
  await page.keyboard.type(order)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/orders/${order}/request-manual-callback`)

  // On an order the operations are the page's own, with its account and ticket.
  await page.goto(steps.orderPath(order, null, { ticket: 'T-1' }))
  await openPalette(page)
  await page.keyboard.type('replace callb')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/orders/${order}/replace-callback-phone\\?account=.*ticket=T-1`))
  await steps.formOf(page, 'replace-callback-phone')
})

test('on an order that was read the first operation is the one that its page offers first, and says so', async ({
  signedInAs,
  freshOrder,
}) => {
  const page = await signedInAs('agent')
  await page.goto(steps.orderPath(await freshOrder({ ...waitsForAgreement, smime: null })))
  await expect(page.getByRole('heading', { name: 'Helps now' })).toBeVisible()
  await openPalette(page)
  const { title } = catalogue['resend-click-through-email']
  await expect(markedOf(page)).toHaveText(`${title}Helps now · Agreement`)
  await page.keyboard.press('Enter')
  await steps.formOf(page, 'resend-click-through-email')
})

test('a viewer is offered orders, work, screens and codes, and no operation', async ({
  signedInAs,
  freshOrder,
}) => {
  const page = await signedInAs('viewer')
  await page.goto(steps.orderPath(await freshOrder()))
  await openPalette(page)
  await expect(paletteOf(page).getByRole('group', { name: 'Screens' })).toBeVisible()
  await expect(paletteOf(page).getByRole('group', { name: /^On order/ })).toHaveCount(0)
  await page.keyboard.type('schedule a callback')
  await expect(paletteOf(page).getByRole('group', { name: 'Operations' })).toHaveCount(0)
})

test('what somebody did is found by its operation, ticket and person, with its outcome, and leads to the attempt', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const ticket = `W-${order}`
  const agent = await signedInAs('agent')
  await steps.perform(agent, order, steps.acceptedExample('request-manual-callback'), { ticket })

  const page = await signedInAs('viewer')
  await page.goto('/codes')
  await openPalette(page)
  await page.keyboard.type('ann manual')
  const work = paletteOf(page).getByRole('group', { name: 'Recent work' })
  await expect(work.getByRole('option').filter({ hasText: ticket })).toContainText('Passed on')
  await fieldOf(page).fill(ticket)
  await expect(work.getByRole('option')).toHaveCount(1)
  await work.getByRole('option').click()
  await expect(page).toHaveURL(new RegExp(`/orders/${order}\\?account=.*#attempt-`))
  await expect(steps.entriesOf(page)).toContainText(ticket)

  // By the beginning of its number, too, and the team's orders stand there before anything is typed.
  await openPalette(page)
  await expect(paletteOf(page).getByRole('option').filter({ hasText: order })).not.toHaveCount(0)
  await page.keyboard.type(order.slice(0, -1))
  const known = paletteOf(page).getByRole('group', { name: 'Orders' }).getByRole('option', { name: order })
  await expect(known.filter({ hasText: steps.account })).toHaveCount(1)
})

test('codes and screens open: a code at its place, a screen by its name, the rest in a new tab with Ctrl+Enter', async ({
  signedInAs,
}) => {
  const page = await signedInAs('viewer')
  await page.goto('/')
  await openPalette(page)
  await page.keyboard.type('−16')
  await expect(markedOf(page)).toContainText('UpdateUserOvCallback')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/codes#updateuserovcallback-code-16')
  const code = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: '-16' }) })
  await expect(code.first()).toBeInViewport()

  await openPalette(page)
  await page.keyboard.type('activ')
  const opened = page.context().waitForEvent('page')
  await page.keyboard.press('Control+Enter')
  await expect(await opened).toHaveURL('/activity')
  await expect(paletteOf(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/activity')
  await expect(paletteOf(page)).toBeHidden()
})

test('the palette’s list is loaded at its first use and no page carries it; typing does not wait for it', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  const scripts: string[] = []
  page.on('request', (request) => void (request.resourceType() === 'script' && scripts.push(request.url())))
  await page.goto('/', { waitUntil: 'networkidle' })
  const before = scripts.length
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('button', { name: 'Find anything' }).click()
  await expect(fieldOf(page)).toBeFocused()
  await page.keyboard.type(order)
  await page.keyboard.press('Enter')
  await expect.poll(() => scripts.length).toBeGreaterThan(before)
  release()
  await expect(page).toHaveURL(`/orders/${order}`)
})

test('offline and signed out it says so, keeps what it found, and still opens what the browser knows', async ({
  signedInAs,
  freshOrder,
  strict,
}) => {
  strict.allow(/ERR_INTERNET_DISCONNECTED|401 \(Unauthorized\)/)
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await steps.perform(page, order, { operation: 'resend-callback-email', input: {} })
  await page.goto('/')
  await openPalette(page)
  await expect(optionsOf(page).filter({ hasText: order })).not.toHaveCount(0)
  await page.context().setOffline(true)
  await page.keyboard.type(order.slice(0, -1))
  const said = paletteOf(page).getByRole('status')
  await expect(said).toContainText('You are offline')
  await expect(optionsOf(page).filter({ hasText: order }).first()).toBeVisible()
  await page.context().setOffline(false)
  await paletteOf(page).getByRole('button', { name: 'Try again' }).click()
  await expect(said).toHaveText(/results?$/)

  await page.context().clearCookies()
  await fieldOf(page).fill('activity')
  await expect(said).toContainText('You are signed out')
  await expect(paletteOf(page).getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    '/sign-in?next=%2F',
  )
  await expect(optionsOf(page).filter({ hasText: 'Activity' })).toBeVisible()
})

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
  { width: 320, height: 256 },
]) {
  test(`the palette is accessible and fits, full, with a long number and with nothing found: ${viewport.width} px`, async ({
    signedInAs,
    freshOrder,
  }) => {
    test.setTimeout(90_000)
    const page = await signedInAs('manager', { viewport })
    await page.goto(steps.orderPath(await freshOrder()))
    await openPalette(page)
    for (const typed of ['', '9'.repeat(128), 'zebra crossing']) {
      await fieldOf(page).fill(typed)
      await expect(
        paletteOf(page)
          .getByText(typed === 'zebra crossing' ? /^Nothing matches/ : /result/)
          .first(),
      ).toBeVisible()
      await expectAccessible(page)
      await expectToFit(page, `“${typed}”`)
    }
  })
}

/** Nothing of the dialog sticks out of the window at its sides. */
async function expectToFit(page: Page, what: string): Promise<void> {
  const beyond = await page.evaluate(() =>
    [...document.querySelectorAll('dialog:modal, dialog:modal *')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 1 && (left < -1 || right > innerWidth + 1)
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  )
  expect(beyond, what).toEqual([])
}
