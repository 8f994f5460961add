import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { log } from '#lib/log.ts'
import { logForged, logSecurity, logTooOften, mayDo } from './security-log.ts'

const ann = { kind: 'person', id: 'person-1', name: 'Ann', role: 'agent' } as const

describe('what may be an attack', () => {
  const warn = vi.spyOn(log, 'warn')
  beforeEach(() => {
    vi.useFakeTimers()
    warn.mockReset()
  })
  afterEach(() => {
    vi.runAllTimers()
    vi.useRealTimers()
  })

  it('is a line of the log when a role is not enough, with who it was by id and never by name', () => {
    expect(mayDo(ann, 'agent', 'read')).toBe(true)
    expect(warn).not.toHaveBeenCalled()
    expect(mayDo(ann, 'administrator', 'change the settings')).toBe(false)
    const fields = { what: 'change the settings', actor: 'person', id: 'person-1', role: 'agent' }
    expect(warn.mock.calls).toEqual([[fields, 'a request was refused to whoever asked']])
  })

  it('is a line when somebody sends what no form sends, with the names of fields and nothing of what was sent', () => {
    const read = z
      .strictObject({ person: z.uuid(), input: z.record(z.string(), z.number()) })
      .safeParse({ person: `x' or 1=1`, input: { 'a name of theirs': 'typed' }, 'another name': 'typed' })
    logForged(ann, 'settings', read.error?.issues ?? [])
    const fields = { what: 'settings', fields: 'input person the whole', actor: 'person', id: 'person-1' }
    expect(warn.mock.calls).toEqual([[fields, 'input that no form sends was refused']])
  })

  it('is a line when a limit is reached, with who it was where that is known', () => {
    logTooOften('reads', ann)
    logTooOften('reports', null)
    const told = 'a limit was reached'
    expect(warn.mock.calls).toEqual([
      [{ what: 'reads', actor: 'person', id: 'person-1' }, told],
      [{ what: 'reports', actor: null, id: null }, told],
    ])
  })

  it('fills no disk: sixty lines of a kind in a minute, and one that says how many were left out', () => {
    for (let n = 0; n < 100_000; n++) logSecurity('a sign-in failed', { factor: 'password' })
    logSecurity('another kind', {})
    expect(warn).toHaveBeenCalledTimes(61)
    vi.advanceTimersByTime(60_000)
    expect(warn).toHaveBeenCalledTimes(62)
    expect(warn).toHaveBeenLastCalledWith(
      { kind: 'a sign-in failed', leftOut: 99_940 },
      'more of a kind were left out of the log',
    )
    logSecurity('a sign-in failed', {})
    expect(warn).toHaveBeenCalledTimes(63)
  })
})
