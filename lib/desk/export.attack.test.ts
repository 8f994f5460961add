import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell } from './export-activity.ts'

/** A cell as a spreadsheet reads it: without the quotes around it, and doubled ones as one. */
const readCell = (cell: string) => cell.slice(1, -1).replaceAll('""', '"')

describe('a cell of the export', () => {
  const trigger = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '=cmd|',
    '＝',
    '\u200b=',
    '\u0000=',
    '\ufeff=',
  )
  const name = fc.oneof(
    fc.string(),
    fc.tuple(trigger, fc.string()).map(([first, rest]) => first + rest),
    fc
      .tuple(
        fc.string({ unit: fc.constantFrom(' ', '\u00a0', '\n', '\u2003'), maxLength: 5 }),
        trigger,
        fc.string(),
      )
      .map((parts) => parts.join('')),
  )

  it('begins no formula, whatever an account, a person, a domain or a ticket is called', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(readCell(csvCell(text))).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u)
      }),
      { numRuns: 2_000 },
    )
  })

  it('ends no cell and no row before its time, and loses nothing of what was said', () => {
    fc.assert(
      fc.property(name, (text) => {
        const cell = csvCell(text)
        expect(cell.slice(1, -1).replaceAll('""', '')).not.toContain('"')
        expect([text, `'${text}`]).toContain(readCell(cell))
      }),
      { numRuns: 2_000 },
    )
  })
})
