import { expect, type Locator, type Page } from '@playwright/test'
import { callAction, cookieOf } from './fixtures/raw-actions.ts'
import type { OwnServer } from './fixtures/own-server.ts'
import type { StorageState } from './fixtures/sign-in.ts'

/** Moves on with the Tab key until something has the keyboard, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if (await wanted.evaluate(hasKeyboard)) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toBeFocused()
}

/** The words of a disclosure stand within what takes the keyboard. */
const hasKeyboard = (element: Element) => (element.closest('summary') ?? element) === document.activeElement

/** Goes to a page and waits until the browser's scripts have taken its forms over. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const isTaken = () =>
    [...document.forms].every((form) => Object.keys(form).some((key) => key.startsWith('__react')))
  await expect.poll(() => page.evaluate(isTaken)).toBe(true)
}

export const saidOf = (page: Page) => page.getByRole('group', { name: 'What was changed' })
export const problemOf = (page: Page) => page.getByRole('alert', { name: 'There is a problem' })
export const sectionOf = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

/** Nothing has to be scrolled sideways. */
export async function expectToFit(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, page.url()).toBe(page.viewportSize()?.width)
}

/** Calls an action of the settings without its page. */
export async function call(
  own: OwnServer,
  action: string,
  { path, form }: { path: string; form: Record<string, string> },
  state: StorageState | null,
  origin?: string | null,
): Promise<string> {
  const cookie = state === null ? undefined : cookieOf(state)
  const answer = await callAction({
    server: own.url,
    path,
    action,
    form,
    cookie,
    ...(origin === undefined ? {} : { origin }),
  })
  return answer.text
}
