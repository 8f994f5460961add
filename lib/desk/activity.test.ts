import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEvents } from '#lib/store/activity.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { activityQuery, readActivityFilter } from './activity-filter.ts'
import { csvCell, exportActivity } from './export-activity.ts'
import { performOperation } from './perform-operation.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

describeOnBothStores('the activity', (openStore) => {
  let test: TestDesk

  beforeEach(async () => {
    test = await openTestDesk(openStore)
  })
  afterEach(() => test.close())

  const send = (order: string, ticket: string, actor = test.people.agent) =>
    performOperation(test.desk, test.request({ order, actor, ticket: { id: ticket, system: 'jira' } }))

  it('finds events by order, ticket, person, operation, outcome, account and day, alone and together', async () => {
    await send(test.order, 'A-1')
    await send('10000103', 'A-2', test.people.manager)
    const find = async (query: Record<string, string>) => {
      const { filter } = readActivityFilter(query)
      return (await readEvents(test.desk.store.db, filter, null, 50)).rows.map((event) => event.ticket_id)
    }
    const today = new Date().toISOString().slice(0, 10)
    expect(await find({})).toEqual(['A-2', 'A-1'])
    expect(await find({ order: test.order })).toEqual(['A-1'])
    expect(await find({ ticket: 'A-2' })).toEqual(['A-2'])
    expect(await find({ person: test.people.manager.id })).toEqual(['A-2'])
    expect(await find({ operation: 'schedule-callback' })).toEqual(['A-2', 'A-1'])
    expect(await find({ outcome: 'nothing-done' })).toEqual(['A-2'])
    expect(await find({ account: test.account.id, outcome: 'done' })).toEqual(['A-1'])
    expect(await find({ from: today, to: today })).toEqual(['A-2', 'A-1'])
    expect(await find({ to: '2020-01-01' })).toEqual([])
    expect(await find({ from: '2099-01-01' })).toEqual([])
    expect(await find({ order: test.order, outcome: 'nothing-done' })).toEqual([])
  })

  it('pages through everything once, backwards and forwards', async () => {
    for (let count = 0; count < 7; count++) await send(`10000101-${count}`, `T-${count}`)
    const { db } = test.desk.store
    const { rows: older } = await readEvents(db, {}, null, 3)
    const { rows: oldest } = await readEvents(db, {}, { before: older.at(-1)?.seq ?? 0 }, 10)
    expect([...older, ...oldest].map((event) => event.ticket_id)).toEqual(
      [6, 5, 4, 3, 2, 1, 0].map((count) => `T-${count}`),
    )
    const { rows: back } = await readEvents(db, {}, { after: oldest[0]?.seq ?? 0 }, 3)
    expect(back.map((event) => event.seq)).toEqual(older.map((event) => event.seq))
  })

  it('exports every row of the filter, with the formulas of a stranger made harmless, and records that it did', async () => {
    await send(test.order, '=HYPERLINK("http://evil.example")')
    const stream = await exportActivity(test.desk, test.people.viewer, {})
    const text = await new Response(stream).text()
    const lines = text.trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('"seq","time","kind"')
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    expect(lines[1]).toContain('history.exported')
  })
})

describe('a filter in the URL', () => {
  it('comes back as it was, with its place', () => {
    const query = { order: '1', person: 'p', outcome: 'done', from: '2026-01-01', before: '77' }
    const { values, place, errors } = readActivityFilter(query)
    expect(errors).toEqual([])
    expect(activityQuery(values, place)).toBe('?person=p&order=1&outcome=done&from=2026-01-01&before=77')
  })

  it('names what cannot be used and leaves it out', () => {
    const { filter, errors } = readActivityFilter({
      operation: 'make-coffee',
      outcome: 'fine',
      from: '2026-02-31',
    })
    expect(filter).toEqual({})
    expect(errors.map((error) => error.field).sort()).toEqual(['from', 'operation', 'outcome'])
  })

  it('says so when the last day lies before the first', () => {
    expect(readActivityFilter({ from: '2026-02-02', to: '2026-01-01' }).errors).toMatchObject([
      { field: 'to' },
    ])
  })
})

describe('a cell of the export', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u00a0=1'])(
    'is never run by a spreadsheet: %j',
    (text) => {
      expect(csvCell(text).startsWith(`"'`)).toBe(true)
    },
  )

  it('keeps quotes, line breaks and commas inside the cell', () => {
    expect(csvCell('a "b",\nc')).toBe('"a ""b"",\nc"')
  })
})
