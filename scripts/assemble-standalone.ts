import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildStamp, root, standalone, standaloneServer } from './support/paths.ts'
import { sourceHash } from './support/source-hash.ts'

/** What the folder needs to run, and nothing else. */
const belongs = new Set(['.next', 'node_modules', 'package.json', 'public', 'server.js'])

/**
 * Makes `.next/standalone` a folder that runs from anywhere. Next leaves the files for browsers out of it, and puts in whatever its tracing
 * met: that can be `.env` or the data folder, with this machine's keys. So all but what belongs is taken out.
 */
function assemble(): void {
  if (!existsSync(standaloneServer)) {
    console.error('There is no standalone build to assemble. Run: npm run build')
    process.exit(1)
  }
  for (const name of readdirSync(standalone)) {
    if (!belongs.has(name)) rmSync(join(standalone, name), { recursive: true })
  }
  replace(join(root, '.next/static'), join(standalone, '.next/static'))
  replace(join(root, 'public'), join(standalone, 'public'))
  leaveSignalsToUs()
  writeFileSync(buildStamp, `${sourceHash()}\n`)
}

/**
 * Next's own handler of SIGTERM waits for answers alone: it ends a call to the CA whose browser has gone, and readiness stays on. Next asks for
 * this variable before it loads anything of ours; lib/desk/stopping.ts takes the signals.
 */
function leaveSignalsToUs(): void {
  const line = `process.env.NEXT_MANUAL_SIG_HANDLE = 'true'\n`
  const text = readFileSync(standaloneServer, 'utf8')
  if (!text.startsWith(line)) writeFileSync(standaloneServer, line + text)
}

function replace(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  if (existsSync(from)) cpSync(from, to, { recursive: true })
}

assemble()
