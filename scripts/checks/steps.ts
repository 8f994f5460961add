import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build as buildAll } from '../support/build.ts'
import { root } from '../support/paths.ts'
import { run, type Ran } from '../support/run.ts'
import { playwrightCounts, singleCheck, vitestCounts, type Counts } from './counts.ts'

type Variables = Readonly<Record<string, string | undefined>>

export interface Step {
  readonly title: string
  readonly run: (env: Variables) => Promise<Counts>
}

const minutes = 60_000
const bin = (name: string) => join(root, 'node_modules', name)

const format: Step = single('format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'])
const lint: Step = single('lint', [bin('oxlint/bin/oxlint'), '--quiet'])
const types: Step = {
  title: 'types',
  run: async (env) => {
    const routes = await node('types', [bin('next/dist/bin/next'), 'typegen'], env, 6 * minutes)
    return routes.code === 0
      ? single('types', [bin('typescript/bin/tsc'), '--noEmit']).run(env)
      : failed(routes)
  },
}
const unit: Step = {
  title: 'unit and contract',
  run: (env) =>
    withReport('vitest.json', async (report) => {
      const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
      const ran = await node('vitest', [bin('vitest/vitest.mjs'), ...args], env, 25 * minutes, true)
      return vitestCounts(read(report), ran.timedOut ? 1 : ran.code)
    }),
}
const build: Step = {
  title: 'build',
  run: async (env) => {
    const built = await buildAll(env)
    return built.code === 0 ? singleCheck(0) : failed(built)
  },
}
const browser: Step = {
  title: 'browser',
  run: (env) =>
    withReport('playwright.json', async (report) => {
      const args = [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json']
      const ran = await node(
        'playwright',
        args,
        { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
        35 * minutes,
        true,
      )
      return playwrightCounts(read(report), ran.timedOut ? 1 : ran.code)
    }),
}

export const quickSteps: readonly Step[] = [format, lint, types, unit]
export const allSteps: readonly Step[] = [...quickSteps, build, browser]

/** A step that is one check: what it printed is shown only when it fails. */
function single(title: string, args: readonly string[]): Step {
  return {
    title,
    run: async (env) => {
      const ran = await node(title, args, env, 8 * minutes)
      return ran.code === 0 ? singleCheck(0) : failed(ran)
    },
  }
}

function node(
  name: string,
  args: readonly string[],
  env: Variables,
  withinMs: number,
  show = false,
): Promise<Ran> {
  return run({ name, command: process.execPath, args, cwd: root, env, withinMs, show })
}

function failed(ran: Ran): Counts {
  console.log(ran.output.trimEnd())
  if (ran.timedOut) console.log('It took too long and was stopped.')
  return singleCheck(1)
}

async function withReport(name: string, work: (path: string) => Promise<Counts>): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'unstuck-report-'))
  try {
    return await work(join(folder, name))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
