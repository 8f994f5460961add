import { readFileSync, writeFileSync } from 'node:fs'
import { env } from '#lib/env.ts'
import { headOfHistory, verifyHistory, type Head } from '#lib/store/events.ts'
import { isSignedBy, makeSigningKey, signHead, type SignedHead } from '#lib/store/head-signature.ts'
import { maskBefore } from '#lib/store/mask.ts'
import { store } from '#lib/store/open.ts'
import type { Command } from './commands.ts'
import { operator } from './operator.ts'
import { Refused } from './refused.ts'

const day = 86_400_000

export const historyCommands: Readonly<Record<string, Command>> = {
  'history verify': {
    about:
      'Proves that no event was changed, removed, put in or moved, and that every attempt is what its events say; with an exported head also that none is missing at the end.',
    needs: [],
    takes: ['head', 'public-key'],
    run: async ({ head: file, 'public-key': publicKey }) => {
      const head = file === undefined ? null : readHead(file)
      if (publicKey !== undefined) checkSignature(head, publicKey)
      const verified = await verifyHistory((await store()).db, { head, onProgress: progress })
      if (!verified.ok)
        throw new Refused(`The history is broken at event ${verified.seq}: ${verified.problem}.`)
      console.log(`The history is whole: ${verified.events} events.`)
      if (verified.head !== null) console.log(JSON.stringify(verified.head))
      if (publicKey !== undefined) console.log('The exported head was signed by the owner of that key.')
      if (head === null)
        console.log('Keep exported heads elsewhere (history head): only they show events cut off at the end.')
    },
  },
  'history head': {
    about:
      'Prints the newest event’s number and hash, to be kept elsewhere; signed with HISTORY_SIGNING_KEY_FILE.',
    needs: [],
    flags: ['sign'],
    run: async ({ sign }) => {
      const head = await headOfHistory((await store()).db)
      if (head === null) throw new Refused('There is no history yet.')
      console.log(JSON.stringify(sign === undefined ? head : signed(head)))
    },
  },
  'history keygen': {
    about: 'Makes the key that signs heads, in FILE, and its public half in FILE.pub, to be kept elsewhere.',
    needs: [],
    positional: 'FILE',
    run: async ({ file = '' }) => {
      const { privateKey, publicKey } = makeSigningKey()
      try {
        writeFileSync(`${file}.pub`, publicKey, { flag: 'wx', mode: 0o644 })
        writeFileSync(file, privateKey, { flag: 'wx', mode: 0o600 })
      } catch (error) {
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown cause'
        throw new Refused(`${file} or ${file}.pub cannot be made (${why}). Nothing is overwritten.`)
      }
      console.log(
        `Set HISTORY_SIGNING_KEY_FILE to ${file}, and keep ${file}.pub elsewhere, beside the heads.`,
      )
    },
  },
  'history mask': {
    about:
      'Masks what people entered and the CA answered before a date (2026-01-31, UTC) or older than a number of days; the chain still proves.',
    needs: [],
    takes: ['before', 'older-than'],
    run: async ({ before: date, 'older-than': days }) => {
      const now = Date.now()
      const before = cutOff(date, days, now)
      const { events, attempts, approvals, readings } = await maskBefore(
        await store(),
        before,
        operator(),
        now,
      )
      console.log(
        `Masked from before ${new Date(before).toISOString()}: ${events} events, ${attempts} attempts, ${approvals} requests for approval; ${readings} readings were dropped.`,
      )
    },
  },
}

function cutOff(date: string | undefined, days: string | undefined, now: number): number {
  if ((date === undefined) === (days === undefined))
    throw new Refused('Give either --before or --older-than.')
  if (days !== undefined) {
    if (!/^[1-9]\d{0,4}$/.test(days)) throw new Refused('older-than: A whole number of days, 1 or more.')
    return now - Number(days) * day
  }
  const before = /^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? Date.parse(`${date}T00:00:00Z`) : NaN
  if (Number.isNaN(before)) throw new Refused('before: A date such as 2026-01-31.')
  // A day is what people need at least to see what they have just done.
  if (before > now - day) throw new Refused('before: Choose a date that is a day ago or more.')
  return before
}

function signed(head: Head): SignedHead {
  const file = env().HISTORY_SIGNING_KEY_FILE
  if (file === null) throw new Refused('Set HISTORY_SIGNING_KEY_FILE first. history keygen makes such a key.')
  try {
    return signHead(head, readFileSync(file, 'utf8'), Date.now())
  } catch {
    throw new Refused(`${file} cannot be read, or is no key that history keygen made.`)
  }
}

function checkSignature(head: Head | null, file: string): void {
  if (head === null) throw new Refused('A public key checks an exported head: give --head too.')
  if (!('signature' in head) || !('at' in head)) throw new Refused('The exported head is not signed.')
  let isRight: boolean
  try {
    isRight = isSignedBy(head as SignedHead, readFileSync(file, 'utf8'))
  } catch {
    throw new Refused(`${file} cannot be read, or is no public key.`)
  }
  if (!isRight) throw new Refused('The exported head was changed, or signed by somebody else.')
}

function progress(events: number): void {
  if (process.stderr.isTTY && events % 100_000 === 0 && events > 0)
    process.stderr.write(`${events} events …\n`)
}

/** The file's last line: `npm run`, unless told to be silent, prints which command it runs above what the command prints. */
function readHead(file: string): Head {
  const line = readText(file).trim().split('\n').at(-1) ?? ''
  try {
    const head = JSON.parse(line) as Partial<Head>
    if (Number.isSafeInteger(head.seq) && /^[0-9a-f]{64}$/.test(head.hash ?? '')) return head as Head
  } catch {
    // Said below: a line that is no JSON is no head either.
  }
  throw new Refused(`${file} is not what history head prints.`)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Refused(`${file} cannot be read. --head names a file with what history head printed.`)
  }
}
