import { expect, test } from 'vitest'
import { saidOf } from './said.ts'

test('names up to three recipients and counts more', () => {
  const said = (emailAddress: string) => saidOf({ emailAddress }).recipient
  expect(said('a@x.de')).toBe('a@x.de')
  expect(said('a@x.de,b@x.de,c@x.de')).toBe('a@x.de, b@x.de and c@x.de')
  expect(said('a@x.de,b@x.de,c@x.de,d@x.de')).toBe('4 chosen addresses')
  expect(saidOf({ preferredTimeUTC: '2031-05-14 13:30' })).toEqual({
    when: '2031-05-14 13:30 UTC',
  })
})
