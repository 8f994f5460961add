import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

const schedule = 'schedule-callback'
const berlin = 'Europe/Berlin'

test('a time picked in the customer’s zone is shown there, in UTC and for oneself side by side, and that UTC minute reaches the CA', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent', { timezoneId: berlin })
  await steps.openForm(page, order, schedule)
  await steps.fillCall(page, { zone: 'America/New_York', date: '2031-05-14', time: '09:30' })
  // The form shows it while it is chosen, the check before it is sent, the receipt afterwards, and after a reload.
  const lines = [
    'In New York Wednesday, 14 May 2031, 09:30 UTC-04:00',
    'UTC Wednesday, 14 May 2031, 13:30',
    'For you Wednesday, 14 May 2031, 15:30 UTC+02:00',
  ]
  const expectLines = async () => {
    await expect
      .poll(async () => (await page.getByRole('main').innerText()).replace(/\s+/g, ' '))
      .toContain(lines.join(' '))
  }
  await expectLines()
  await steps.checkBeforeSending(page)
  await expectLines()
  await steps.send(page, schedule)
  await expectLines()
  // The address follows the screen a moment later.
  await expect(page).toHaveURL(/attempt=/)
  await page.reload()
  await expectLines()
  expect(await steps.sentTimes(simulator, order)).toEqual(['2031-05-14 13:30'])
})

test('a city alone is understood as the customer’s zone', async ({ signedInAs, freshOrder }) => {
  const page = await signedInAs('agent')
  await steps.openForm(page, await freshOrder(), schedule)
  await steps.zoneOf(page).fill('tokyo')
  await page.getByLabel('Date there').focus()
  await expect(steps.zoneOf(page)).toHaveValue('Asia/Tokyo')
})

test('a time that the clocks jump over is refused, and the nearest ones are offered', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await steps.openForm(page, order, schedule)
  await steps.fillCall(page, { zone: berlin, date: '2031-03-30', time: '02:30' })
  await expect(page.getByText('02:30 does not exist that day in Berlin')).toBeVisible()
  await page.getByRole('button', { name: 'Check before sending' }).click()
  await expect(steps.summaryOf(page)).toBeFocused()
  await expect(page.getByLabel('Time there')).toHaveAccessibleDescription(/clocks go forward over this time/)

  await expect(page.getByRole('button', { name: '01:59', exact: true })).toBeVisible()
  await page.getByRole('button', { name: '03:00', exact: true }).click()
  await expect(page.getByLabel('Time there')).toHaveValue('03:00')
  await expect(page.getByLabel('Time there')).not.toHaveAttribute('aria-invalid')
  await steps.checkBeforeSending(page)
  await steps.send(page, schedule)
  expect(await steps.sentTimes(simulator, order)).toEqual(['2031-03-30 01:00'])
})

for (const { which, utc } of [
  { which: 'The first, before the clocks go back', utc: '2031-10-26 00:30' },
  { which: 'The second, after it', utc: '2031-10-26 01:30' },
]) {
  test(`a time that comes twice is asked about, never guessed: ${which}`, async ({
    signedInAs,
    simulator,
    freshOrder,
  }) => {
    const order = await freshOrder()
    const page = await signedInAs('agent')
    await steps.openForm(page, order, schedule)
    await steps.fillCall(page, { zone: berlin, date: '2031-10-26', time: '02:30' })
    const choice = page.getByRole('group', { name: /02:30 comes twice that day/ })
    await expect(choice).toContainText(`${utc.slice(11)} UTC`)
    await page.getByRole('button', { name: 'Check before sending' }).click()
    await expect(steps.summaryOf(page)).toBeFocused()
    await steps
      .summaryOf(page)
      .getByRole('link', { name: /comes twice/ })
      .press('Enter')
    await expect(choice.getByRole('radio').first()).toBeFocused()

    await choice.getByRole('radio', { name: which }).check()
    const check = await steps.checkBeforeSending(page)
    await expect(check).toContainText(`26 October 2031, ${utc.slice(11)}`)
    await steps.send(page, schedule)
    expect(await steps.sentTimes(simulator, order)).toEqual([utc])
  })
}

test('night and weekend are pointed out and do not stop anybody', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await steps.openForm(page, order, schedule)
  await steps.fillCall(page, { zone: 'Asia/Tokyo', date: '2031-05-17', time: '03:15' })
  await expect(page.getByText('It will be 03:15 there, outside usual hours.')).toBeVisible()
  await expect(page.getByText('It will be Saturday there, part of the weekend.')).toBeVisible()
  await page.getByLabel('Time there').fill('10:15')
  await expect(page.getByText('outside usual hours')).toHaveCount(0)
  await page.getByLabel('Date there').fill('2031-05-19')
  await expect(page.getByText('part of the weekend')).toHaveCount(0)
  await page.getByLabel('Date there').fill('2031-05-17')
  await steps.checkBeforeSending(page)
  await steps.send(page, schedule)
  expect(await steps.sentTimes(simulator, order)).toEqual(['2031-05-17 01:15'])
})

test('a time that has passed is refused in the browser, and by the server where the browser’s clock is slow', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await steps.openForm(page, order, schedule)
  await steps.fillCall(page, { zone: berlin, date: '2026-03-02', time: '10:00' })
  await expect(page.getByText('This time has already passed.')).toBeVisible()
  await page.getByRole('button', { name: 'Check before sending' }).click()
  await expect(steps.summaryOf(page)).toBeFocused()
  const time = page.getByLabel('Time there')
  await expect(time).toHaveAccessibleDescription(/already passed\. Choose a later one\./)

  await page.clock.setFixedTime('2026-03-01T10:00:00Z')
  await time.fill('10:01')
  await steps.checkBeforeSending(page)
  await page.getByRole('button', { name: 'Book the call' }).click()
  await expect(steps.summaryOf(page)).toBeFocused()
  await expect(time).toHaveAccessibleDescription(/already passed\. Choose a later one\./)
  await expect(time).toHaveValue('10:01')
  expect(await simulator.requests(order)).toEqual([])
})

test('a link fills in zone, language and extension; what is not possible is left out and said', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const agent = await signedInAs('agent')
  await agent.goto(
    `/go/${schedule}?order=${order}&account=Demo+EU&tz=Asia/Tokyo&lang=de-de&ext=204&phone=%2B15550100`,
  )
  const form = await steps.formOf(agent, schedule)
  await expect(steps.zoneOf(agent)).toHaveValue('Asia/Tokyo')
  await expect(form.getByRole('combobox', { name: 'Language of the call' })).toHaveValue('de-de')
  await expect(form.getByRole('textbox', { name: 'Extension' })).toHaveValue('204')
  await expect(agent.getByText('The link carried “phone”, which a link may not fill in.')).toBeVisible()

  await agent.goto(`/go/${schedule}?order=${order}&account=Demo+EU&tz=Mars/Base&lang=xx&ext=12x`)
  await steps.formOf(agent, schedule)
  for (const what of ['time zone', 'language', 'extension']) {
    await expect(agent.getByText(`The link’s value for the ${what} is not a possible one.`)).toBeVisible()
  }
  await expect(steps.zoneOf(agent)).toHaveValue('')
  await expect(form.getByRole('combobox', { name: 'Language of the call' })).toHaveValue('')
  await expect(form.getByRole('textbox', { name: 'Extension' })).toHaveValue('')
})
