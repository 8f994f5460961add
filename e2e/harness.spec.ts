import { samplePeople } from '../scripts/support/sample-people.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test } from './fixtures/test.ts'

/** What every journey relies on: that it stands on a copied build, that people get in, and that a complaint of the browser is not missed. */

for (const { role, name } of samplePeople) {
  test(`the sample ${role} gets in and is called by name`, async ({ signedInAs }) => {
    const page = await signedInAs(role)
    await page.goto('/')
    await expect(page.getByRole('banner')).toContainText(name)
  })
}

test('an order made for a test can be opened, and its page is accessible in light and dark', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await page.goto(`/orders/${order}?account=Demo+EU`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(order)
  await expectAccessible(page)
})

test('a console error and a breach of the page policy are noticed', async ({ page, strict }) => {
  await page.goto('/sign-in')
  await page.evaluate(() => {
    console.error('something broke')
    document.body.setAttribute('style', 'color: red')
  })
  await expect
    .poll(() => strict.complaints().join('\n'))
    .toMatch(/something broke[\s\S]*page policy: style-src-attr/)
  strict.allow(/something broke|page policy|Content Security Policy/)
})

test('a server of a test’s own can be killed, started again and replaced by another build, and people stay signed in', async ({
  startOwnServer,
  signedInAs,
}) => {
  const own = await startOwnServer()
  const page = await signedInAs('agent', { at: own })
  await page.goto('/')
  await own.kill()
  await own.start()
  await page.goto('/')
  await expect(page.getByRole('main')).toBeVisible()
  await own.stop()
  await own.startAsOtherBuild()
  await page.goto('/')
  await expect(page.getByRole('main')).toBeVisible()
})
