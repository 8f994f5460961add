import { readFileSync } from 'node:fs'
import { headOfHistory, verifyHistory, type Head } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import type { Command } from './commands.ts'
import { Refused } from './refused.ts'

export const historyCommands: Readonly<Record<string, Command>> = {
  'history verify': {
    about:
      'Proves that no event was changed, removed, put in or moved; with an exported head also that none is missing at the end.',
    needs: [],
    takes: ['head'],
    run: async ({ head: file }) => {
      const head = file === undefined ? null : readHead(file)
      const verified = await verifyHistory((await store()).db, { head, onProgress: progress })
      if (!verified.ok)
        throw new Refused(`The history is broken at event ${verified.seq}: ${verified.problem}.`)
      console.log(`The history is whole: ${verified.events} events.`)
      if (verified.head !== null) console.log(JSON.stringify(verified.head))
      if (head === null)
        console.log('Keep exported heads elsewhere (history head): only they show events cut off at the end.')
    },
  },
  'history head': {
    about: 'Prints the newest event’s number and hash, to be kept elsewhere.',
    needs: [],
    run: async () => {
      const head = await headOfHistory((await store()).db)
      if (head === null) throw new Refused('There is no history yet.')
      console.log(JSON.stringify(head))
    },
  },
}

function progress(events: number): void {
  if (process.stderr.isTTY && events % 100_000 === 0 && events > 0)
    process.stderr.write(`${events} events …\n`)
}

function readHead(file: string): Head {
  try {
    const head = JSON.parse(readFileSync(file, 'utf8')) as Partial<Head>
    if (Number.isSafeInteger(head.seq) && /^[0-9a-f]{64}$/.test(head.hash ?? '')) return head as Head
  } catch {
    // Said below: a file that is no JSON is no head either.
  }
  throw new Refused(`${file} is not what history head prints.`)
}
