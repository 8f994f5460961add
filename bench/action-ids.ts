import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The id under which a build knows a server action. */
export function actionId(folder: string, name: string): string {
  const file = join(folder, '.next/server/server-reference-manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    node: Record<string, { exportedName?: string }>
  }
  const found = Object.entries(manifest.node).find(([, { exportedName }]) => exportedName === name)
  if (found === undefined) throw new Error(`The build in ${folder} has no action ${name}.`)
  return found[0]
}
