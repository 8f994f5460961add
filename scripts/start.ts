import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { standaloneServer } from './support/paths.ts'
import { serverEnvironment } from './support/server-environment.ts'

if (!existsSync(standaloneServer)) {
  console.error('Unstuck is not built yet. Run: npm run build')
  process.exit(1)
}
const variables = serverEnvironment(process.env, process.cwd())
if (
  !/^\d{1,5}$/.test(variables.PORT ?? '') ||
  Number(variables.PORT) < 1 ||
  Number(variables.PORT) > 65_535
) {
  console.error('Unstuck cannot start: PORT must be a whole number from 1 to 65535.')
  process.exit(1)
}
Object.assign(process.env, variables)

// In this very process, so that a signal from systemd, a container or a terminal reaches the server itself, and its exit code is ours.
await import(pathToFileURL(standaloneServer).href)
