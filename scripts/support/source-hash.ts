import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildStamp, root } from './paths.ts'

const parts = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tailwind.config.ts',
  'tsconfig.json',
]

/** A digest of everything a build is made of. Tests are left out: changing one needs no new build. */
export function sourceHash(from: string = root): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    for (const file of filesBelow(from, part)) {
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(from, file)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

/** Whether the assembled build was made of the sources as they are now. */
export function isBuildCurrent(): boolean {
  try {
    return readFileSync(buildStamp, 'utf8').trim() === sourceHash()
  } catch {
    return false
  }
}

function filesBelow(base: string, path: string): string[] {
  const stat = statSync(join(base, path), { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (stat.isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  const names = readdirSync(join(base, path)).toSorted()
  return names.flatMap((name) => filesBelow(base, `${path}/${name}`))
}
