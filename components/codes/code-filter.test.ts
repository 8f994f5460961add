import { describe, expect, it } from 'vitest'
import { codeAnchor, filterCodes } from './code-filter.ts'
import { everyCode } from './every-code.ts'

const found = (search: string) => filterCodes(everyCode(), search)

describe('a search among the codes', () => {
  it.each(['16', '-16', '−16'])('for %s finds the refused login and nothing but that number', (search) => {
    expect(found(search).length).toBeGreaterThan(0)
    for (const { code, status } of found(search)) {
      expect([code, status].map((number) => Math.abs(number ?? 0))).toContain(16)
    }
    expect(found(search)).toEqual(found('16'))
  })

  it('for words asks for all of them, and for nothing gives everything', () => {
    expect(found('resenddcvemail 16').every(({ endpoint }) => endpoint === 'ResendDCVEmail')).toBe(true)
    expect(found('resenddcvemail 16').length).toBeGreaterThan(0)
    expect(found('  ')).toHaveLength(everyCode().length)
    expect(found('no such words anywhere')).toEqual([])
  })

  it('finds what a read of the order’s state answers, too', () => {
    const titles = found('collectssl 26').map(({ row }) => row.title)
    expect(titles).toEqual(['Refused: the certificate is being issued right now'])
    expect(found('getdcvemailaddresslist 37')).toHaveLength(1)
    expect(found('getmdcdomaindetails 16')).toHaveLength(1)
  })
})

describe('the anchor of a code', () => {
  it('is one of its own on the page', () => {
    const endpoints = new Set(everyCode().map(({ endpoint }) => endpoint))
    for (const endpoint of endpoints) {
      const anchors = everyCode()
        .filter((entry) => entry.endpoint === endpoint)
        .map(codeAnchor)
      expect(new Set(anchors).size).toBe(anchors.length)
    }
  })
})
