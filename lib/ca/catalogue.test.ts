import { expect, test } from 'vitest'
import { isOperationId, operationAbout } from './catalogue.ts'

test('an id that is none of ours has no description', () => {
  expect(operationAbout('resend-dcv-email')?.title).toBe('Resend the domain control e-mail')
  for (const id of ['', 'constructor', '__proto__', 'resend-dcv-email ']) {
    expect(operationAbout(id)).toBeNull()
    expect(isOperationId(id)).toBe(false)
  }
})
