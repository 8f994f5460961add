import { admin, apiClient, issueToken } from './fixtures/api-client.ts'
import { harness } from './fixtures/harness.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

const schedule = 'schedule-callback'
const { zoneOf } = steps

test('the zone is guessed from the number this desk named last, said to be a guess, and never put over a link’s', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('manager')
  const input = { phoneNumber: '+31 20 123 4567' }
  await steps.perform(page, order, { operation: 'replace-callback-phone', input })
  await steps.openForm(page, order, schedule)
  await expect(zoneOf(page)).toHaveValue('Europe/Amsterdam')
  await expect(page.getByText('Guessed from the number +31 20 123 4567 (Netherlands).')).toBeVisible()

  await zoneOf(page).fill('Europe/Brussels')
  await expect(page.getByText('Guessed from the number')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Use Europe/Amsterdam' })).toHaveCount(0)

  const other = await page.context().newPage()
  await steps.openForm(other, order, schedule, { tz: 'Asia/Tokyo' })
  await expect(zoneOf(other)).toHaveValue('Asia/Tokyo')
  await expect(other.getByText(/\+31 20 123 4567 \(Netherlands\) points to another zone/)).toBeVisible()
  await other.getByRole('button', { name: 'Use Europe/Amsterdam' }).click()
  await expect(zoneOf(other)).toHaveValue('Europe/Amsterdam')
})

test('a country that keeps several times is asked about, whether its number or its name was typed', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await steps.openForm(page, order, schedule)
  for (const { typed, said, city, zone } of [
    { typed: '+1 212 736 5000', said: '(United States)', city: 'Chicago', zone: 'America/Chicago' },
    { typed: 'Canada', said: 'Canada keeps several times.', city: 'Toronto', zone: 'America/Toronto' },
    { typed: '+7 495 123 4567', said: '(Russia)', city: 'Yekaterinburg', zone: 'Asia/Yekaterinburg' },
  ]) {
    await zoneOf(page).fill(typed)
    await page.getByLabel('Date there').focus()
    await expect(page.getByText(said)).toBeVisible()
    await expect(zoneOf(page)).toHaveValue(typed)
    await page.getByRole('button', { name: city }).click()
    await expect(zoneOf(page)).toHaveValue(zone)
    await expect(page.getByText(said)).toHaveCount(0)
  }
  await zoneOf(page).fill('+49 30 1234567')
  await page.getByLabel('Date there').focus()
  await expect(zoneOf(page)).toHaveValue('Europe/Berlin')
  await expect(page.getByText('Guessed from the number +49 30 1234567 (Germany).')).toBeVisible()
  expect(await simulator.requests(order)).toEqual([])
})

test('a suggested time is one press away, says the reader’s own time, and reaches the CA in UTC', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent', { timezoneId: 'Europe/Berlin' })
  // A Friday afternoon in Auckland, two days before its clocks go forward.
  await page.clock.setFixedTime('2031-09-26T03:30:00Z')
  await steps.openForm(page, order, schedule)
  await zoneOf(page).fill('Pacific/Auckland')
  const suggested = page.getByRole('group', { name: 'Suggested times, in Auckland' }).getByRole('button')
  await expect(suggested).toHaveText([
    'Monday 10:00 Sun 23:00 for you',
    'Monday 14:00 03:00 for you',
    'Tuesday 10:00 Mon 23:00 for you',
    'Tuesday 14:00 03:00 for you',
  ])
  await suggested.first().click()
  await expect(page.getByLabel('Date there')).toHaveValue('2031-09-29')
  await expect(page.getByLabel('Time there')).toHaveValue('10:00')
  await steps.checkBeforeSending(page)
  await steps.send(page, schedule)
  expect(await steps.sentTimes(simulator, order)).toEqual(['2031-09-28 21:00'])
})

test('a time outside the calling hours is warned about with whose they are, and can be sent all the same', async ({
  signedInAs,
  startOwnServer,
  simulator,
  freshOrder,
}) => {
  const own = await startOwnServer()
  const hours = ['--days', 'mon-fri', '--from', '08:30', '--until', '17:00', '--zone', 'Europe/Amsterdam']
  await admin(own.dataDir, ['calling-hours', 'set', ...hours])
  const order = await freshOrder()
  const page = await signedInAs('agent', { at: own })
  await steps.openForm(page, order, schedule)
  await steps.fillCall(page, { zone: 'America/New_York', date: '2031-05-14', time: '10:59' })
  const warning = page.getByText(/Outside the calling hours that this desk’s administrators have set/)
  await expect(page.getByText('In New York', { exact: true })).toBeVisible()
  await expect(warning).toHaveCount(0)
  await page.getByLabel('Time there').fill('11:00')
  await expect(warning).toContainText('Monday to Friday, 08:30 to 17:00 in Amsterdam')
  await steps.checkBeforeSending(page)
  await steps.send(page, schedule)
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('where a day is off for some only, the form says that it is not certain', async ({
  signedInAs,
  freshOrder,
}) => {
  const page = await signedInAs('agent')
  await steps.openForm(page, await freshOrder(), schedule)
  await steps.fillCall(page, { zone: 'Asia/Riyadh', date: '2031-05-16', time: '10:00' })
  await expect(page.getByText('It will be Friday there, part of the weekend.')).toBeVisible()
  await page.getByLabel('Date there').fill('2031-05-18')
  await expect(page.getByText('part of the weekend')).toHaveCount(0)
  await steps.fillCall(page, { zone: 'Asia/Dubai', date: '2031-05-16', time: '10:00' })
  await expect(page.getByText(/part of the weekend for some; we do not know for certain/)).toBeVisible()
})

test('a call that a person found booked is said to be found, and never to be what the CA answered', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder()
  await simulator.setFault({ orderNumber: order, fault: 'empty', times: 1 })
  const client = apiClient(harness().url, await issueToken(harness().dataDir, 'agent'))
  const preferredTimeUTC = new Date(Date.now() + 20 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  const body = { account: steps.account, input: { preferredTimeUTC } }
  await client.perform(order, { operation: 'schedule-callback', body })
  const page = await signedInAs('manager')
  await page.goto(steps.orderPath(order))
  await page.getByText('Resolve: say what you found out').click()
  await page.getByRole('radio', { name: 'The CA did carry it out' }).check()
  await page.getByRole('textbox', { name: 'How did you find out?' }).fill('The customer saw it there.')
  await page.getByRole('button', { name: 'Record' }).click()
  await expect(steps.entriesOf(page)).toContainText('Resolved')

  await page.reload()
  await expect(page.getByText('Somebody found out that the CA booked it.')).toBeVisible()
  await page.goto('/')
  const row = page.getByRole('listitem').filter({ hasText: order }).filter({ hasText: 'found to be booked' })
  await expect(row).toContainText('asked for by')
})
