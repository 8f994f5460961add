import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, sqliteFile } from './open.ts'

describe('a database that cannot be opened', () => {
  let dataDir: string

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'unstuck-test-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  it('is named, with what the driver says: a file', async () => {
    writeFileSync(sqliteFile(dataDir), 'no database at all')
    await expect(openStore({ databaseUrl: null, dataDir })).rejects.toThrow(
      `the database ${sqliteFile(dataDir)} cannot be opened: file is not a database`,
    )
  })

  it('is named, with what the driver says: a server, without its password', async () => {
    const databaseUrl = 'postgres://unstuck:hidden@127.0.0.1:1/unstuck'
    const failure = await openStore({ databaseUrl, dataDir }).catch((error: unknown) => String(error))
    expect(failure).toContain('the database of DATABASE_URL cannot be opened: connect ECONNREFUSED')
    expect(failure).not.toContain('hidden')
  })
})
