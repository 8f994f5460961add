import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { allCodes } from './codes.ts'
import { examples } from './examples.ts'
import { endpointIds, operationIds } from './operation.ts'
import { encodeRequest } from './protocols.ts'
import { allReadCodes, reads } from './reads/codes.ts'
import { fieldStates } from './reads/collect-ssl/field-states.ts'
import { addressKinds } from './reads/get-dcv-email-address-list/usable.ts'
import { methodTexts, statusTexts } from './reads/get-mdc-domain-details/texts.ts'
import { wires } from './reads/protocols.ts'
import { readKinds } from './reads/read.ts'
import { rules } from './rule-clock.ts'
import { refusedRows, signFailed } from './steps-stops.ts'
import { stepTables } from './steps-table.ts'

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

  test('reads and folders agree, and every folder has at least the same files', () => {
    const folders = readdirSync(join(root, 'reads'), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    )
    expect(folders.map(({ name }) => name).sort()).toEqual([...readKinds].sort())
    for (const kind of readKinds) {
      const names = readdirSync(join(root, 'reads', kind))
      const expected = [
        'README.md',
        'about.ts',
        'outcomes.ts',
        'replies',
        'reply.ts',
        `${kind}.test.ts`,
        'wire.ts',
      ]
      expect(expected.filter((name) => !names.includes(name))).toEqual([])
      expect([reads[kind].kind, wires[kind].about]).toEqual([kind, reads[kind]])
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

  test('endpoints do not import each other, and neither do reads', () => {
    const folder = (path: string) => /^(endpoints|reads)\/[^/]+(?=\/)/.exec(path)?.[0]
    for (const file of files.filter((name) => folder(name) !== undefined))
      for (const target of importsOf(file).filter((one) => one.startsWith('.'))) {
        const path = folder(relative(root, resolve(root, dirname(file), target)))
        if (path !== undefined) expect(path).toBe(folder(file))
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
      'codes.ts',
      'examples.ts',
      'base-url.ts',
      'failure.ts',
      'steps.ts',
      'rule-clock.ts',
      'reads/codes.ts',
      'reads/failure.ts',
      'reads/check-read.ts',
      'reads/get-dcv-email-address-list/usable.ts',
    ])
      visit(entry)
    expect(reached.size).toBeGreaterThan(30)
  })
})

describe('what a page carries', () => {
  test('steps and rule clock bring nothing along but their own tables, and no other page part brings them', () => {
    const reached = (entry: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(entry)) return seen
      seen.add(entry)
      const text = readFileSync(join(root, entry), 'utf8').replace(
        /^(?:import|export) type[^;]*?from '[^']+'$/gm,
        '',
      )
      for (const [, target] of text.matchAll(/^(?:import|export)\b[^'\n]*(?:\n[^'\n]*)*?from '(\.[^']+)'/gm))
        reached(relative(root, resolve(root, dirname(entry), target ?? '')), seen)
      return seen
    }
    expect([...reached('rule-clock.ts')]).toEqual(['rule-clock.ts'])
    expect([...reached('steps.ts')].sort()).toEqual([
      'operation.ts',
      'reads/get-mdc-domain-details/texts.ts',
      'steps-domains.ts',
      'steps-fit.ts',
      'steps-reported.ts',
      'steps-sources.ts',
      'steps-stops.ts',
      'steps-table.ts',
      'steps.ts',
    ])
    for (const entry of ['catalogue.ts', 'inputs.ts', 'codes.ts', 'examples.ts'])
      expect([...reached(entry)].filter((file) => /^(reads|steps|rule-clock)/.test(file))).toEqual([])
  })
})

describe('the tables of the reads', () => {
  test('every row has a source and a confidence', () => {
    const rows = [
      ...allReadCodes().map(({ row }) => row),
      ...fieldStates,
      ...methodTexts,
      ...statusTexts,
      ...Object.values(addressKinds),
      ...Object.values(stepTables).flatMap((table) => Object.values(table.rows)),
      ...Object.values(refusedRows),
      signFailed.row,
      ...rules,
    ]
    expect(rows.length).toBeGreaterThan(90)
    for (const { source, confidence } of rows) {
      expect(source.document).not.toBe('')
      expect(['documented', 'second-hand', 'inferred']).toContain(confidence)
    }
  })

  test('every documented code has one row, with whole sentences', () => {
    const common = [-1, -2, -3, -4, -14, -16, -17]
    const documented = {
      'collect-ssl': [0, 1, 2, ...common, -20, -21, -22, -26, -90, -91],
      'get-mdc-domain-details': [0, ...common],
      'get-dcv-email-address-list': [0, ...common, -19, -37],
    }
    for (const kind of readKinds)
      expect(
        allReadCodes()
          .filter(({ read }) => read === kind)
          .map(({ code }) => code)
          .sort(),
      ).toEqual(documented[kind].toSorted())
    for (const { row, code } of allReadCodes()) {
      expect(row.title).not.toMatch(/\.$|undefined/)
      expect(row.explanation).toMatch(/\.$/)
      expect(row.nextStep).toMatch(/\.$/)
      expect(row.kind).toBe(code < 0 ? 'refused' : 'done')
    }
  })

  test('whatever is not done says so in a whole sentence, and names who acts next', () => {
    for (const { rows } of Object.values(stepTables)) {
      expect(rows.completed.state).toBe('done')
      expect(rows['not-required'].state).toBe('not-needed')
      expect([rows.open.state, rows['in-progress'].state]).toEqual(['waiting', 'waiting'])
      for (const row of Object.values(rows)) expect(row.says).toMatch(/\.$/)
      expect(rows.open.actsNext).not.toBe('nobody')
    }
    for (const { id, says, title } of rules)
      expect([id, says.at(-1), title.at(-1) === '.']).toEqual([id, '.', false])
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
