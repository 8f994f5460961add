import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

const sizes = [
  { name: '390 px, a telephone', viewport: { width: 390, height: 844 } },
  { name: '320 px, the narrowest', viewport: { width: 320, height: 640 } },
  { name: '1280 × 1024 px at 400 % zoom', viewport: { width: 320, height: 256 } },
]
const longest = '9'.repeat(128)

for (const { name, viewport } of sizes) {
  test(`the journey works and nothing has to be scrolled sideways: ${name}`, async ({
    signedInAs,
    simulator,
    freshOrder,
  }) => {
    const example = steps.example('request-manual-callback', 'passes the wish for a call by hand on')
    const order = await steps.orderLike(simulator, freshOrder, example)
    const page = await signedInAs('manager', { viewport })

    await page.goto('/')
    await expectToFit(page, 'the desk')
    const search = page.getByRole('textbox', { name: 'Open an order by its number' })
    await search.fill(order)
    await search.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(order)
    await expectToFit(page, 'the account picker')
    await page.getByRole('link', { name: steps.account }).click()
    const choice = page.getByRole('navigation', { name: 'What does this order need?' })
    await expect(choice).toBeVisible()
    await expectToFit(page, 'the order')
    await choice.getByRole('link', { name: 'Request a manual callback' }).click()

    await steps.formOf(page, example.operation)
    await page.getByRole('button', { name: 'Check before sending' }).click()
    await expect(steps.summaryOf(page)).toBeFocused()
    await expectToFit(page, 'the form with errors')
    await page.getByText('Other operations').click()
    await expectToFit(page, 'the list of other operations')
    await page.getByText('Other operations').click()
    await steps.fillIn(page, example.operation, {
      ...example.input,
      comments: `${'A very long word: '}${'x'.repeat(400)}`,
    })
    await expectToFit(page, 'the form filled in')
    await steps.checkBeforeSending(page)
    await expectToFit(page, 'the check')
    const receipt = await steps.send(page, example.operation)
    await receipt.getByText('The CA’s reply and how we read it').click()
    await expectToFit(page, 'the receipt')
    await steps.entriesOf(page).getByText('Details').click()
    await expectToFit(page, 'the timeline')
    await page.getByRole('button', { name: 'Max Okafor' }).click()
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeInViewport()
    await expectToFit(page, 'the person’s menu')
  })

  test(`no screen has to be scrolled sideways, nor with long content: ${name}`, async ({
    signedInAs,
    browser,
    baseURL,
    strict,
  }) => {
    strict.allow(/404 \(Not Found\)/)
    const page = await signedInAs('manager', { viewport })
    for (const path of [
      '/',
      '/activity',
      '/codes',
      '/codes?q=no-such-code',
      '/no-such-page',
      '/search?order=',
      `/search?order=${longest}9`,
      steps.orderPath(longest),
      steps.orderPath(longest, 'replace-callback-phone', { ticket: longest.slice(0, 100) }),
      steps.orderPath(longest, 'resend-dcv-email'),
      `/orders/${longest}?account=${'x'.repeat(200)}`,
      `/go/schedule-callback?order=${longest}&account=Demo+EU&email=a&tz=${'y'.repeat(50)}&lang=&src={{src}}`,
    ]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectToFit(page, path)
    }
    const stranger = await browser.newContext({ viewport, baseURL })
    const signIn = await stranger.newPage()
    await signIn.goto('/sign-in?reason=signed-out')
    await expectToFit(signIn, 'the sign-in')
    await steps.fillSignIn(signIn, { email: 'nobody@demo.example', password: 'x' })
    await expect(steps.summaryOf(signIn)).toBeFocused()
    await expectToFit(signIn, 'the sign-in with an error')
    await stranger.close()
  })
}

/** No sideways scrolling, and nothing that is cut off because it sticks out of the window. */
async function expectToFit(page: Page, what: string): Promise<void> {
  const found = await page.evaluate(() => {
    // Words for screen readers alone stand in a box of one pixel.
    const isForEyes = (element: Element | null): boolean =>
      element === null || (element.getBoundingClientRect().width > 1 && isForEyes(element.parentElement))
    const beyond = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return (right > innerWidth + 1 || left < -1) && element.checkVisibility() && isForEyes(element)
    })
    return {
      width: document.documentElement.scrollWidth,
      beyond: beyond.map((element) => element.outerHTML.slice(0, 120)),
    }
  })
  expect(found, `${what} fits`).toEqual({ width: page.viewportSize()?.width, beyond: [] })
}
