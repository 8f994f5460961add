import { expect, it } from 'vitest'
import { describeOnBothStores } from './testing.ts'

describeOnBothStores('the store', (open) => {
  it('answers', async () => {
    const store = await open()
    await store.ping()
    expect(await store.db.selectFrom('event').selectAll().execute()).toEqual([])
  })
})
