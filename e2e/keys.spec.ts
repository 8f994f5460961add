import type { Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test } from './fixtures/test.ts'
import { open } from './settings-steps.ts'
import * as steps from './steps.ts'

const keysOf = (page: Page) => page.getByRole('dialog', { name: 'Keys' })
const switchOf = (page: Page) => keysOf(page).getByRole('checkbox', { name: 'Single-key shortcuts' })

/** Presses until the browser's scripts have taken the page over. */
async function openKeys(page: Page): Promise<void> {
  await expect(async () => {
    if (!(await keysOf(page).isVisible())) await page.keyboard.press('?')
    await expect(keysOf(page)).toBeVisible({ timeout: 500 })
  }).toPass()
}

test('? shows the keys, each of them does what is said there, and none does anything while somebody types or a dialog is open', async ({
  signedInAs,
  freshOrder,
}) => {
  const page = await signedInAs('agent')
  await page.goto('/codes')
  await openKeys(page)
  for (const does of [
    'Go to Desk',
    'Go to Activity',
    'Go to Codes',
    'Copy the link to this page',
    'Go to the order search',
  ])
    await expect(keysOf(page).getByText(does)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await expect(page).toHaveURL('/codes')
  await page.keyboard.press('Escape')
  await expect(keysOf(page)).toBeHidden()

  for (const [key, path] of [
    ['a', '/activity'],
    ['d', '/'],
    ['c', '/codes'],
  ] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(page).toHaveURL(path)
  }
  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'Open an order by its number' })).toBeFocused()

  const form = await steps.openForm(page, await freshOrder(), 'schedule-callback')
  for (const field of [
    form.getByRole('textbox', { name: 'Extension' }),
    form.getByRole('combobox', { name: 'Language of the call' }),
    page.getByRole('textbox', { name: 'Open an order by its number' }),
  ]) {
    await field.focus()
    for (const key of ['g', 'd', '?', 'c', '/']) await page.keyboard.press(key)
    await expect(field).toBeFocused()
  }
  await expect(form.getByRole('textbox', { name: 'Extension' })).toHaveValue('gd?c/')
  await expect(page.getByRole('textbox', { name: 'Open an order by its number' })).toHaveValue('gd?c/')
  await expect(keysOf(page)).toBeHidden()
  await expect(page).toHaveURL(/schedule-callback/)
  await expect(page.getByText('Link copied')).toHaveCount(0)
})

for (const { opens, press } of [
  { opens: 'the palette', press: { key: 'k', ctrlKey: true } },
  { opens: 'the list of keys', press: { key: '?' } },
]) {
  test(`${opens} has the focus before the next key can come, so that no letter is lost on a busy machine`, async ({
    signedInAs,
  }) => {
    const page = await signedInAs('agent')
    await page.goto('/codes')
    await openKeys(page)
    await page.keyboard.press('Escape')
    await expect(keysOf(page)).toBeHidden()
    const isInside = await page.evaluate(async (press) => {
      const bubbles = { bubbles: true, cancelable: true }
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...press, ...bubbles }))
      // To the end of this task; the next key is another one.
      await Promise.resolve()
      return document.querySelector('dialog:modal')?.contains(document.activeElement) ?? false
    }, press)
    expect(isInside).toBe(true)
  })
}

test('single keys can be switched off, in the dialog and in the person’s menu, for this browser: then Ctrl+K alone stays', async ({
  signedInAs,
}) => {
  const page = await signedInAs('viewer')
  await page.goto('/codes')
  await openKeys(page)
  await expect(switchOf(page)).toBeChecked()
  await switchOf(page).press('Space')
  await expect(switchOf(page)).not.toBeChecked()
  await page.keyboard.press('Escape')
  await page.reload()

  const menu = page.getByRole('button', { name: 'Vera' })
  const search = page.getByRole('textbox', { name: 'Open an order by its number' })
  const palette = page.getByRole('dialog', { name: 'Palette' })
  await expect(async () => {
    if (!(await palette.isVisible())) await page.keyboard.press('Control+k')
    await expect(palette).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  for (const key of ['/', '?', 'c', 'g', 'd']) await page.keyboard.press(key)
  await expect(keysOf(page)).toBeHidden()
  await expect(search).not.toBeFocused()
  await expect(page).toHaveURL('/codes')

  await menu.click()
  await page.getByRole('button', { name: 'Keys' }).click()
  await expect(switchOf(page)).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(keysOf(page)).toBeHidden()
  await menu.click()
  const inMenu = page.getByRole('checkbox', { name: 'Single-key shortcuts' })
  await inMenu.check()
  await page.keyboard.press('Escape')
  await expect(inMenu).toBeHidden()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
})

test('every view’s link can be copied, by its button and by c, and it never carries what was typed', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('manager')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  const origin = async () => page.evaluate(() => window.location.origin)
  for (const path of ['/', '/activity?outcome=refused', '/codes?q=-16', steps.orderPath(order)]) {
    await open(page, path)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible()
    expect(await copied()).toBe((await origin()) + path)
  }
  const form = await steps.openForm(page, order, 'replace-callback-phone', { ignored: 'email:personal' })
  await form.getByRole('textbox', { name: 'New phone number' }).fill('+44 20 7946 0999')
  await page.getByRole('heading', { level: 1 }).click()
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.keyboard.press('c')
  await expect.poll(copied).toBe((await origin()) + steps.orderPath(order, 'replace-callback-phone'))
})

test('where the browser lets nothing be copied, the address is shown, selected', async ({ signedInAs }) => {
  const page = await signedInAs('viewer')
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  await page.goto('/codes?q=locked')
  const dialog = page.getByRole('dialog', { name: 'Copy this link' })
  await expect(async () => {
    if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Copy link' }).click()
    await expect(dialog).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await expect(dialog.getByRole('textbox')).toHaveValue(page.url())
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe(page.url())
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeFocused()
})

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]) {
  test(`the keys and the person’s menu are accessible, also switched off: ${viewport.width} px`, async ({
    signedInAs,
  }) => {
    const page = await signedInAs('viewer', { viewport })
    await page.goto('/search?order=')
    await openKeys(page)
    await expectAccessible(page)
    await switchOf(page).uncheck()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Vera' }).click()
    await expect(page.getByRole('checkbox', { name: 'Single-key shortcuts' })).toBeVisible()
    await expectAccessible(page)
  })
}
