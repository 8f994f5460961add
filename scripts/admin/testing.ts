import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { StoreSettings } from '#lib/store/open.ts'

/** Runs the operator's program over a test's database, as a shell would. For tests only. */
export async function adminProgram(
  { dataDir, databaseUrl }: StoreSettings,
  line: string | readonly string[],
  variables: Readonly<Record<string, string>> = {},
  input = '',
): Promise<{ out: string; err: string; code: number | null }> {
  const words = typeof line === 'string' ? line.split(' ') : line
  const child = spawn(process.execPath, ['--conditions=react-server', 'scripts/admin.ts', ...words], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl ?? '',
      ...variables,
    },
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ])
  return { out, err, code }
}
