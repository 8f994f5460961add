import 'server-only'
import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import { createTurns } from './turns.ts'

const argon2id = promisify((parameters: Argon2Parameters, done: (error: Error | null, key: Buffer) => void) =>
  argon2('argon2id', parameters, done),
)

/** Node has four threads for such work, for files and for looking names up: a flood of passwords must leave some of them to the others. */
const turns = createTurns(2)
const derive = (parameters: Argon2Parameters) => turns.run(() => argon2id(parameters))

/** OWASP's smallest recommended cost: 19 MiB, two passes, one lane. Some 30 ms, off the event loop. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }

/** The password's Argon2id hash in PHC form, which carries its own cost and salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive({ ...cost, message: normal(password), nonce: salt, tagLength: 32 })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${bare(salt)}$${bare(key)}`
}

/** In the place of a hash: this person has no password (yet), because they were invited or come by single sign-on. */
export const noPassword = 'none'

/**
 * Whether this is the password. `hash` is null for people who do not exist: that takes the same time, and is never true, as it is for
 * people without one.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const isSomeone = hash !== null && hash !== noPassword
  const parts = readHash(isSomeone ? hash : nobody)
  const key = await derive({
    ...parts.cost,
    message: normal(password),
    nonce: parts.salt,
    tagLength: parts.key.length,
  })
  return timingSafeEqual(key, parts.key) && isSomeone
}

/** True for a hash made at another cost than today's: make it anew while the password is at hand. */
export function needsRehash(hash: string): boolean {
  return !hash.startsWith(`$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$`)
}

/** Of no password: what is compared with when there is nobody to compare with. */
const nobody = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${bare(randomBytes(16))}$${bare(randomBytes(32))}`

const phc = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/-]{11,86})\$([\w+/-]{22,86})$/

function readHash(hash: string) {
  const [, memory, passes, parallelism, salt, key] = phc.exec(hash) ?? []
  if (salt === undefined || key === undefined)
    throw new Error('A password hash in the database is not one of ours.')
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  }
}

/** Well above any password that is accepted. */
const mostUnits = 512

/**
 * The same password typed on another keyboard may arrive in other code points. Normalising takes time that grows with the square of a run of
 * combining marks, so what is too long to be anybody's password becomes none, and costs the same as any other.
 */
function normal(password: string): string {
  return password.length > mostUnits ? '' : password.normalize('NFKC')
}

function bare(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
