import type { TestProject } from 'vitest/node'
import { startPostgres } from '../scripts/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** An administrator's URL of the PostgreSQL for tests, or why there is none. */
    postgres: { readonly url: string } | { readonly missing: string }
  }
}

/** One PostgreSQL for the whole run: TEST_DATABASE_URL, else one of our own. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    project.provide('postgres', { url: given })
    return undefined
  }
  const started = await startPostgres()
  if ('missing' in started) {
    process.stderr.write(`\nThe contract suite runs on SQLite alone. ${started.missing}\n`)
    project.provide('postgres', { missing: started.missing })
    return undefined
  }
  project.provide('postgres', { url: started.url })
  return started.stop
}
