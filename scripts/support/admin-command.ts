import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './paths.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** Runs one command of the admin program, with a secret on its standard input. Answers with what it printed; throws when it refuses. */
export function adminCommand(env: Variables, args: readonly string[], secret = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--conditions=react-server', join(root, 'scripts/admin.ts'), ...args],
      { cwd: root, env: { ...env } as NodeJS.ProcessEnv, stdio: ['pipe', 'pipe', 'pipe'] },
    )
    let out = ''
    let error = ''
    child.stdout.on('data', (data: Buffer) => (out += data.toString()))
    child.stderr.on('data', (data: Buffer) => (error += data.toString()))
    // It may refuse, and end, before it has read the secret.
    child.stdin.on('error', () => {})
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(out)
      else reject(new Error(`admin ${args.slice(0, 2).join(' ')} failed.\n${error}${out}`))
    })
    child.stdin.end(secret === '' ? '' : `${secret}\n`)
  })
}
