import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { allCodes } from './codes.ts'
import { examples } from './examples.ts'
import { endpointIds, operationIds } from './operation.ts'
import { encodeRequest } from './protocols.ts'

const root = dirname(fileURLToPath(import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const kebab = (name: string) =>
  name
    .replace('SMIME', 'Smime')
    .replace('DCV', 'Dcv')
    .replace(/(?!^)[A-Z]/g, '-$&')
    .toLowerCase()
const importsOf = (file: string) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^(?:import|export)\b[^'\n]*(?:\n[^'\n]*)*?from '([^']+)'|^import '([^']+)'/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? '')

describe('the layout of lib/ca', () => {
  test('catalogue and folders agree, and every folder has the same files', () => {
    expect(readdirSync(join(root, 'endpoints')).sort()).toEqual(endpointIds.map(kebab).sort())
    for (const id of endpointIds)
      expect(readdirSync(join(root, 'endpoints', kebab(id))).sort()).toEqual(
        [
          'README.md',
          'about.ts',
          'examples.ts',
          'input.ts',
          'outcomes.ts',
          'replies',
          `${kebab(id)}.test.ts`,
          'wire.ts',
        ].sort(),
      )
    for (const id of operationIds) {
      expect(catalogue[id].id).toBe(id)
      expect(encodeRequest(id, '1', {}).path).toBe(`!${catalogue[id].endpoint}`)
    }
  })

  test('lib/ca imports nothing from outside itself but three libraries', () => {
    for (const file of files.filter((name) => !name.endsWith('.test.ts') && !name.startsWith('testing')))
      for (const target of importsOf(file)) {
        if (!target.startsWith('.'))
          expect([file, ['zod/mini', 'undici', 'server-only'].includes(target)]).toEqual([file, true])
        else
          expect([file, relative(root, resolve(root, dirname(file), target)).startsWith('..')]).toEqual([
            file,
            false,
          ])
      }
  })

  test('endpoints do not import each other', () => {
    for (const file of files.filter((name) => name.startsWith('endpoints')))
      for (const target of importsOf(file).filter((one) => one.startsWith('.'))) {
        const path = relative(root, resolve(root, dirname(file), target))
        if (path.startsWith('endpoints')) expect(dirname(path)).toBe(dirname(file))
      }
  })

  test('what a browser loads reaches no server-only module', () => {
    const reached = new Set<string>()
    const visit = (file: string) => {
      if (reached.has(file)) return
      reached.add(file)
      for (const target of importsOf(file)) {
        expect([file, target]).not.toEqual([file, 'server-only'])
        if (target.startsWith('.')) visit(relative(root, resolve(root, dirname(file), target)))
      }
    }
    for (const entry of [
      'catalogue.ts',
      'inputs.ts',
      'said.ts',
      'check.ts',
      'codes.ts',
      'examples.ts',
      'base-url.ts',
      'failure.ts',
    ])
      visit(entry)
    expect(reached.size).toBeGreaterThan(30)
  })
})

describe('the outcome tables', () => {
  // The numbers of the CA's documents, copied by hand from the reference so that a lost row is noticed.
  const common = [-1, -2, -3, -4, -14, -16, -17]
  const documented: Record<string, (number | null)[]> = {
    UpdateUserOvCallback: [0, ...common, -20],
    UpdateUserEvClickThrough: [0, ...common, -20, -91],
    ResendDCVEmail: [0, ...common, -90, -91, null],
    ResendCollectionEmailSMIME: [0, ...common, -122, -123, -124, -125],
    ResendVerificationEmailSMIME: [0, ...common, -122, -123, -124, -125],
    ResendInvitationEmailSMIME: [0, ...common, -122, -123, -124, -125],
  }

  test('every documented code has a row, for every operation of its endpoint', () => {
    for (const endpoint of endpointIds)
      for (const operation of operationIds.filter((id) => catalogue[id].endpoint === endpoint)) {
        const rows = allCodes().filter(
          (entry) => entry.endpoint === endpoint && entry.operations.includes(operation),
        )
        expect([operation, [...new Set(rows.map(({ code }) => code))].sort()]).toEqual([
          operation,
          documented[endpoint]?.toSorted(),
        ])
      }
  })

  test('every row has a source, a confidence and whole sentences', () => {
    for (const { row, operations, code } of allCodes()) {
      expect(operations.length).toBeGreaterThan(0)
      expect(row.source.document).not.toBe('')
      expect(['documented', 'second-hand', 'inferred']).toContain(row.confidence)
      expect(row.title).not.toMatch(/\.$|undefined/)
      expect(row.explanation).toMatch(/\.$/)
      expect(row.nextStep).toMatch(/\.$/)
      expect(`${row.explanation} ${row.nextStep}`).not.toMatch(/undefined|\[object/)
      if (code !== null && code < 0) expect(row.kind).toBe('refused')
    }
  })

  test('no two rows claim the same reply', () => {
    const keys = allCodes().flatMap(({ operations, code, status }) =>
      code === null ? [] : operations.map((operation) => `${operation} ${code} ${status}`),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('every operation has an example that is accepted and one that is not', () => {
    for (const id of operationIds) {
      const kinds = examples
        .filter((example) => example.operation === id)
        .map((example) => example.expect.kind)
      expect(kinds.some((kind) => kind === 'done' || kind === 'passed-on')).toBe(true)
      expect(kinds.some((kind) => kind !== 'done' && kind !== 'passed-on')).toBe(true)
    }
  })
})
