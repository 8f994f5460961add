import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { env } from '#lib/env.ts'
import { sqliteFile, store } from '#lib/store/open.ts'
import type { Command } from './commands.ts'
import { runPostgresProgram } from './postgres-programs.ts'
import { Refused } from './refused.ts'
import { nameAlso } from './sqlite-file.ts'

export const storeCommands: Readonly<Record<string, Command>> = {
  migrate: {
    about: 'Brings the tables up to date. The server does so too when it starts.',
    needs: [],
    run: async () => {
      await store()
      console.log('The tables are up to date.')
    },
  },
  backup: {
    about:
      'Makes a consistent copy of the database while the program runs. The keys are not in it: keep them apart.',
    needs: [],
    positional: 'FILE',
    run: async ({ file = '' }) => {
      const target = resolve(file)
      if (existsSync(target)) throw new Refused(`${target} is there already. Choose another name.`)
      if (!existsSync(dirname(target))) throw new Refused(`The folder ${dirname(target)} is not there.`)
      await copyBeside(target, env().DATABASE_URL)
      console.log(`The copy is ${target}. Without VAULT_KEY the accounts’ passwords in it cannot be read.`)
    },
  },
}

/** Copies into a folder beside the target first, so that half a copy never has the target's name and nothing is overwritten. */
async function copyBeside(target: string, databaseUrl: string | null): Promise<void> {
  const folder = mkdtempSync(join(dirname(target), '.backup-'))
  const copy = join(folder, 'copy')
  try {
    if (databaseUrl === null) await copySqlite(copy)
    else runPostgresProgram('pg_dump', databaseUrl, ['--format=custom', `--file=${copy}`])
    chmodSync(copy, 0o600)
    nameAlso(copy, target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function copySqlite(copy: string): Promise<void> {
  const source = sqliteFile(env().DATA_DIR)
  if (!existsSync(source)) throw new Refused(`There is no database at ${source}.`)
  const database = new DatabaseSync(source, { readOnly: true, timeout: 5000 })
  try {
    // In one step: between steps another process's write would make it begin again, for ever under load.
    await backup(database, copy, { rate: 2 ** 31 - 1 })
  } finally {
    database.close()
  }
}
