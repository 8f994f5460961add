import { join } from 'node:path'
import { root } from './paths.ts'
import { run, type Ran } from './run.ts'

/** What `npm run build` does, for programs that need a build: Next's, then the standalone folder made complete. */
export async function build(env: Readonly<Record<string, string | undefined>>): Promise<Ran> {
  const next = await node('the build', [join(root, 'node_modules/next/dist/bin/next'), 'build'])
  return next.code === 0 ? node('the assembly', [join(root, 'scripts/assemble-standalone.ts')]) : next

  function node(name: string, args: readonly string[]): Promise<Ran> {
    // With any other NODE_ENV, inherited from a shell, Next builds pages that fail to prerender.
    const production = { ...env, NODE_ENV: 'production' }
    return run({ name, command: process.execPath, args, cwd: root, env: production, withinMs: 10 * 60_000 })
  }
}
