import type { Locator, Page } from '@playwright/test'
import { catalogue } from '#lib/ca/catalogue.ts'
import { samplePerson } from '../scripts/support/sample-people.ts'
import { sentFor } from './fixtures/order-state.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

const agent = samplePerson('agent')

test('one whole journey by keyboard alone, with a visible focus at every stop', async ({
  page,
  simulator,
  freshOrder,
}) => {
  // With the agreement open the callback would come after it, and be folded away.
  const order = await freshOrder({ clickThrough: null })
  const about = catalogue['schedule-callback']
  const main = page.getByRole('main')

  await page.goto('/sign-in')
  await tabTo(page, page.getByRole('textbox', { name: 'E-mail address' }))
  await page.keyboard.type(agent.email)
  await tabTo(page, page.getByLabel('Password', { exact: true }))
  await page.keyboard.type(agent.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible()

  const search = page.getByRole('textbox', { name: 'Open an order by its number' })
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(search).toBeFocused({ timeout: 500 })
  }).toPass()
  await expectVisibleFocus(page)
  await page.keyboard.type(order)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(order)

  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await expectVisibleFocus(page)
  await page.keyboard.press('Enter')
  await tabTo(page, main.getByRole('link', { name: steps.account }))
  await page.keyboard.press('Enter')
  await expect(main.getByText(/^As of /)).toBeVisible()
  await tabTo(page, main.getByRole('link', { name: about.title }))
  await page.keyboard.press('Enter')

  await steps.formOf(page, about.id)
  await tabTo(page, steps.zoneOf(page))
  await page.keyboard.type('Asia/Tokyo')
  await tabTo(
    page,
    page
      .getByRole('group', { name: 'Suggested times, in Tokyo' })
      .getByRole('button', { name: /^\S+ 10:00/ })
      .first(),
  )
  await page.keyboard.press('Enter')
  await expect(page.getByText('In Tokyo', { exact: true })).toBeVisible()
  await tabTo(page, page.getByRole('textbox', { name: 'Extension' }))
  await page.keyboard.type('204')
  await tabTo(page, page.getByRole('combobox', { name: 'Language of the call' }))
  await page.keyboard.type('German')
  await tabTo(page, page.getByRole('button', { name: 'Check before sending' }))
  await page.keyboard.press('Enter')

  const check = page.getByRole('region', { name: 'Check before sending' })
  await expect(check.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(check).toContainText('German')
  await tabTo(page, page.getByRole('button', { name: about.sendLabel }))
  await page.keyboard.press('Enter')

  const receipt = page.getByRole('article')
  await expect(receipt).toHaveAccessibleName(/^Done: /)
  await expect(receipt.getByRole('heading', { level: 2 })).toBeFocused()
  await tabToSummary(page, 'The CA’s reply and how we read it')
  await page.keyboard.press('Enter')
  await expect(receipt.getByRole('region', { name: 'The reply as it came' })).toBeVisible()
  await tabTo(page, receipt.getByRole('region', { name: 'The reply as it came' }))

  const entry = steps.entriesOf(page)
  await expect(entry).toHaveCount(1)
  await tabToSummary(page, 'Details')
  await page.keyboard.press('Enter')
  await expect(entry.getByRole('figure')).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: agent.name }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Sign out' }))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeHidden()
  await expect(page.getByRole('button', { name: agent.name })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Sign out' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sign-in\?reason=signed-out/)

  const [request, ...more] = await sentFor(simulator, order)
  expect(more).toEqual([])
  expect(Object.fromEntries(new URLSearchParams(request?.bodyText))).toMatchObject({
    extensionNumber: '204',
    language: 'de-de',
    preferredTimeUTC: expect.stringMatching(/ 01:00$/),
  })
})

test('the keyboard is never caught: Tab goes through a form and out of it again, forwards and backwards', async ({
  signedInAs,
  freshOrder,
}) => {
  const page = await signedInAs('manager')
  await steps.openForm(page, await freshOrder(), 'replace-callback-phone')
  const button = page.getByRole('button', { name: 'Check before sending' })
  const number = page.getByRole('textbox', { name: 'New phone number' })
  await tabTo(page, button)
  await tabTo(page, number, 'Shift+Tab')
  await tabTo(page, page.getByRole('link', { name: 'Skip to the content' }), 'Shift+Tab')
})

/** Tabs until the wanted place has focus. Every stop on the way has to show its focus. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible()
  await tabUntil(page, () => wanted.evaluate((element) => element === document.activeElement), key)
}

/** A disclosure has no role of its own in every browser, so it is known by its words. */
function tabToSummary(page: Page, words: string): Promise<void> {
  return tabUntil(page, () =>
    page.evaluate(
      (words) =>
        document.activeElement?.matches('summary') && document.activeElement.textContent?.trim() === words,
      words,
    ),
  )
}

async function tabUntil(page: Page, isThere: () => Promise<boolean | undefined>, key = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key)
    passed.push(await expectVisibleFocus(page))
    if (await isThere()) return
  }
  throw new Error(`Not reached by ${key}. It stopped at: ${passed.join(', ')}`)
}

/** What has focus is drawn with an outline, lies inside the window and is not hidden behind anything. Answers with what it is. */
async function expectVisibleFocus(page: Page): Promise<string> {
  let focus = await readFocus(page)
  await expect
    .poll(async () => {
      focus = await readFocus(page)
      return focus?.faults ?? []
    }, `${focus?.what} shows its focus`)
    .toEqual([])
  return focus?.what ?? 'the browser'
}

/** Null when the browser's own controls have focus, after the last stop or inside a date or a time, where it draws a picker of its own. */
function readFocus(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement
    const isBrowsers = 'body, input[type=date]:not(:focus), input[type=time]:not(:focus)'
    if (!(element instanceof HTMLElement) || element.matches(isBrowsers)) return null
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const x = Math.min(Math.max((left + right) / 2, 1), innerWidth - 1)
    const y = Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1)
    const front = document.elementFromPoint(x, y)
    const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    const isInWindow = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
    const isInFront = front !== null && (element.contains(front) || front.contains(element))
    return {
      what: `${element.tagName.toLowerCase()} “${(element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 40)}”`,
      faults: [
        ...(isOutlined ? [] : [`no outline: ${outlineStyle} ${outlineWidth}`]),
        ...(isInWindow ? [] : [`outside the window: ${top} to ${bottom} of ${innerHeight}`]),
        ...(isInFront ? [] : [`hidden behind ${front?.outerHTML.slice(0, 100)}`]),
      ],
    }
  })
}
