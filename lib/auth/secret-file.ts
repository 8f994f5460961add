import 'server-only'
import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The secret in a file, made on first use. Several processes may arrive at once: each writes a file of its own and links it to the name,
 * which succeeds for one; all then read the same secret, and nobody ever reads half of one.
 */
export function readOrCreateSecret(path: string, make: () => string): string {
  const existing = readSecret(path)
  if (existing !== null) return existing
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const own = `${path}.${randomUUID()}`
  writeFileSync(own, `${make()}\n`, { flag: 'wx', mode: 0o600, flush: true })
  try {
    claim(own, path)
  } finally {
    unlinkSync(own)
  }
  return readSecret(path) ?? ''
}

/** The secret in a file without its line end, or null when there is no file. */
export function readSecret(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function claim(own: string, path: string): void {
  try {
    linkSync(own, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    // Some network volumes know no hard links. There an exclusive create is the next best thing.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error
    copyExclusively(own, path)
  }
}

function copyExclusively(own: string, path: string): void {
  try {
    writeFileSync(path, readFileSync(own), { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
