import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanEnvironment } from '../scripts/support/clean-environment.ts'
import { root } from '../scripts/support/paths.ts'
import { run } from '../scripts/support/run.ts'

const source = join(import.meta.dirname, 'empty-app')
const place = join(root, '.tmp/empty-app')
/** Below the folder that packages are traced from, the path of the app is kept. */
export const emptyAppFolder = join(place, '.next/standalone/.tmp/empty-app')

/** Builds a page and an action that do nothing, with the Next of this project, unless that has been done. */
export async function buildEmptyApp(): Promise<void> {
  const stamp = join(place, '.made-of')
  const hash = sourceHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  rmSync(place, { recursive: true, force: true })
  cpSync(source, place, { recursive: true })
  const built = await run({
    name: 'the build of the empty app',
    command: process.execPath,
    args: [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    cwd: place,
    env: cleanEnvironment(),
    withinMs: 5 * 60_000,
  })
  if (built.code !== 0) throw new Error(`The empty app could not be built.\n${built.output}`)
  cpSync(join(place, '.next/static'), join(emptyAppFolder, '.next/static'), { recursive: true })
  writeFileSync(stamp, hash)
}

function sourceHash(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'node_modules/next/package.json')))
  for (const file of globSync('**/*.*', { cwd: source }).toSorted())
    hash.update(file).update(readFileSync(join(source, file)))
  return hash.digest('hex')
}
