import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeForm } from './form-encoding.ts'
import { parseInput } from './inputs.ts'
import { operationIds } from './operation.ts'
import type { OperationId } from './operation.ts'
import { encodeRequest } from './protocols.ts'

describe('writing a request', () => {
  /** A strict reader of its own: every byte must be written as the URL standard has it. */
  function strictly(body: string): [string, string][] {
    expect(body).toMatch(/^[A-Za-z0-9*\-._+%&=]*$/)
    return body.split('&').map((part) => {
      const [name, value, ...more] = part.split('=')
      if (name === undefined || value === undefined || more.length > 0)
        throw new Error(`not one pair: ${part}`)
      return [name, decodeURIComponent(value.replaceAll('+', ' '))]
    })
  }

  test('whatever a schema accepts arrives unchanged', () => {
    const digits = fc.stringMatching(/^\d{1,5}$/)
    const word = fc.stringMatching(/^[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]{1,20}$/)
    const address = fc
      .tuple(word, fc.stringMatching(/^[a-z0-9]{1,20}\.[a-z]{2,6}$/))
      .map(([a, b]) => `${a}@${b}`)
    const raw = fc.record(
      {
        preferredTimeUTC: fc.constant('2031-05-14 13:30'),
        extensionNumber: digits,
        comments: fc.string({ unit: 'binary', maxLength: 200 }),
        phoneNumber: fc.stringMatching(/^\+?[0-9().\- ]{5,30}$/),
        emailAddress: address,
        adminEmailAddress: address,
        dcvEmailAddress: address,
        dcvTemplateID: digits,
      },
      { requiredKeys: [] },
    )
    let accepted = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...operationIds),
        raw,
        fc.stringMatching(/^[!-~]{1,40}$/),
        (id, values, order) => {
          const names = Object.entries(values).filter(([name]) => Object.hasOwn(fieldsOf(id), name))
          const parsed = parseInput(id, Object.fromEntries(names) as Record<string, string>)
          if (!parsed.ok) return
          accepted++
          const { pairs } = encodeRequest(id, order, parsed.input)
          const arrived = strictly(writeForm(pairs))
          expect(arrived).toEqual(pairs)
          const sent = Object.fromEntries(arrived)
          expect(sent).toMatchObject(parsed.input)
          expect(sent['orderNumber']).toBe(order)
          expect(
            Object.keys(sent)
              .filter((name) => !['action', 'orderNumber'].includes(name))
              .sort(),
          ).toEqual(Object.keys(parsed.input).sort())
        },
      ),
      { numRuns: 2000 },
    )
    expect(accepted).toBeGreaterThan(500)
  })

  test('broken Unicode is never written', () => {
    expect(() => writeForm([['comments', '\uD800']])).toThrow(TypeError)
  })

  const fieldsOf = (id: OperationId): Record<string, true> => {
    const parsed = parseInput(id, Object.fromEntries(all.map((name) => [name, ''])))
    const unknown = parsed.ok
      ? []
      : parsed.errors.filter(({ message }) => message.includes('no field')).map(({ field }) => field)
    return Object.fromEntries(all.filter((name) => !unknown.includes(name)).map((name) => [name, true]))
  }
  const all = [
    'preferredTimeUTC',
    'extensionNumber',
    'comments',
    'phoneNumber',
    'emailAddress',
    'adminEmailAddress',
    'dcvEmailAddress',
    'dcvTemplateID',
  ]
})
