import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildStamp, root, standalone, standaloneServer } from './support/paths.ts'
import { sourceHash } from './support/source-hash.ts'

/**
 * Makes `.next/standalone` a folder that runs from anywhere: Next leaves the files for browsers out of it. What Next puts in and has no
 * business there is taken out: `.env` files, which hold this machine's secrets.
 */
function assemble(): void {
  if (!existsSync(standaloneServer)) {
    console.error('There is no standalone build to assemble. Run: npm run build')
    process.exit(1)
  }
  replace(join(root, '.next/static'), join(standalone, '.next/static'))
  replace(join(root, 'public'), join(standalone, 'public'))
  for (const name of readdirSync(standalone)) {
    if (name.startsWith('.env')) rmSync(join(standalone, name))
  }
  writeFileSync(buildStamp, `${sourceHash()}\n`)
}

function replace(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  if (existsSync(from)) cpSync(from, to, { recursive: true })
}

assemble()
