import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { billOfMaterials } from './sbom.ts'
import { root } from './support/paths.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface Stage {
  readonly name: string
  readonly from: string
  readonly lines: readonly (readonly [instruction: string, rest: string])[]
}

/** The Dockerfile as stages of instructions; continued lines are joined. */
function stages(): Stage[] {
  const text = read('Dockerfile')
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
  const lines = text.split('\n').flatMap((line) => {
    const [, instruction, rest] = /^([A-Z]+) (.*)$/.exec(line) ?? []
    return instruction === undefined || rest === undefined ? [] : [[instruction, rest] as const]
  })
  const all: { name: string; from: string; lines: (readonly [string, string])[] }[] = []
  for (const [instruction, rest] of lines) {
    const [, from = '', name = ''] = instruction === 'FROM' ? (/^(\S+) AS (\S+)$/.exec(rest) ?? []) : []
    if (name !== '') all.push({ name, from, lines: [] })
    else all.at(-1)?.lines.push([instruction, rest])
  }
  return all
}

describe('the image', () => {
  const all = stages()
  const final = all.filter(({ name }) => name === 'server' || name === 'admin')

  it('is made in stages, the last of which is the server', () => {
    expect(all.map(({ name }) => name)).toEqual(['build', 'packages', 'admin', 'server'])
    expect(all.every(({ from }) => from === '${NODE}')).toBe(true)
  })

  it('runs on the Node that the packages name, from the official image, named without a host', () => {
    const [, image = ''] = /^ARG NODE=(\S+)$/m.exec(read('Dockerfile')) ?? []
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    expect(image).toBe(`node:${dependencies.node}-bookworm-slim`)
  })

  it('copies only what exists, and leaves keys, data and Git behind', () => {
    for (const { lines } of all) {
      for (const [, rest] of lines.filter(([instruction]) => instruction === 'COPY')) {
        const words = rest.split(' ').filter((word) => !word.startsWith('--'))
        const isFromStage = rest.startsWith('--from=')
        for (const source of words.slice(0, -1))
          if (isFromStage) expect(source).toMatch(/^\/build(\/\.next\/standalone)?$/)
          else expect(existsSync(join(root, source)), source).toBe(true)
      }
    }
    const ignored = read('.dockerignore').split('\n')
    for (const name of ['.git', '.env', '.env.*', 'data', 'node_modules', '.next'])
      expect(ignored).toContain(name)
  })

  it('runs as a user without rights, over files that are not its own', () => {
    for (const { name, lines } of final) {
      const at = (word: string) => lines.findLastIndex(([instruction]) => instruction === word)
      expect(lines[at('USER')], name).toEqual(['USER', 'node'])
      expect(at('USER'), 'nothing is copied or run after it').toBeGreaterThan(Math.max(at('COPY'), at('RUN')))
      // From a stage alone, which made them readable: a checkout's own modes may not be.
      for (const [, rest] of lines.filter(([instruction]) => instruction === 'COPY'))
        expect(rest).toMatch(/^--from=(build|packages) /)
    }
    const server = final.find(({ name }) => name === 'server')
    const instructions = server?.lines.map(([instruction]) => instruction)
    for (const needed of ['HEALTHCHECK', 'VOLUME', 'STOPSIGNAL']) expect(instructions).toContain(needed)
  })
})

describe('the compose file and the unit', () => {
  it('let nothing be written but data, give no rights, and wait longer than a stop may take', () => {
    const compose = read('compose.yaml')
    expect(compose.match(/read_only: true/g)).toHaveLength(2)
    expect(compose.match(/cap_drop: \[ALL\]/g)).toHaveLength(2)
    const unit = read('deploy/unstuck.service')
    for (const line of [
      'ProtectSystem=strict',
      'NoNewPrivileges=yes',
      'CapabilityBoundingSet=',
      'UMask=0077',
    ])
      expect(unit.split('\n')).toContain(line)
    const longest = 5 + 60 + 10
    expect(Number(/stop_grace_period: (\d+)s/.exec(compose)?.[1])).toBeGreaterThan(longest)
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(longest)
  })

  it('give server and commands the same settings, and a pg_dump of the database’s own release', () => {
    const compose = read('compose.yaml')
    expect(compose.match(/^ {4}env_file: \.env$/gm)).toHaveLength(2)
    expect(new Set(compose.match(/DATABASE_URL: .*/g)).size).toBe(1)
    // Debian bookworm, on which the image stands, has the programs of PostgreSQL 15.
    expect(compose).toContain('image: postgres:15-bookworm')
    expect(read('Dockerfile')).toMatch(/-bookworm-slim\n[\s\S]*install .*postgresql-client/)
  })

  it('hold no secret', () => {
    expect(read('compose.yaml')).not.toMatch(/PASSWORD: (?!\$\{)/)
    expect(read('deploy/unstuck.service')).not.toMatch(/VAULT_KEY=|SESSION_SECRET=|DATABASE_URL=/)
  })
})

describe('the bill of materials', () => {
  it('names every package the program runs with, the same each time, and nothing of this machine', () => {
    const text = billOfMaterials()
    expect(billOfMaterials()).toBe(text)
    const bom = JSON.parse(text) as { bomFormat: string; components: { name: string; version: string }[] }
    expect(bom.bomFormat).toBe('CycloneDX')
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    const named = new Map(bom.components.map(({ name, version }) => [name, version]))
    for (const [name, version] of Object.entries(dependencies))
      expect([name, named.get(name)]).toEqual([name, version])
    expect(named.has('vitest')).toBe(false)
    expect(text).not.toContain(root)
  }, 60_000)
})
