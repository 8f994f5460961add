import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '#lib/env.ts'

export interface DemoPerson {
  readonly name: string
  readonly role: string
  readonly email: string
  readonly password: string
}

/** The sample people of `npm run demo`, for its sign-in page. Empty in every real installation. */
export async function readDemoPeople(): Promise<readonly DemoPerson[]> {
  const settings = env()
  if (!settings.DEMO) return []
  try {
    return JSON.parse(await readFile(join(settings.DATA_DIR, 'demo-people.json'), 'utf8')) as DemoPerson[]
  } catch {
    return []
  }
}
