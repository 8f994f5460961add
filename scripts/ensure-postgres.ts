import { spawnSync } from 'node:child_process'
import { findPrograms } from './postgres.ts'

/** Makes sure that PostgreSQL is there for the tests: installs Debian's package where this may. Answers what is missing, or null. */
export function ensurePostgres(): string | null {
  if (findPrograms() !== null) return null
  if (process.getuid?.() !== 0) return 'PostgreSQL is missing. Install it as root: apt-get install postgresql'
  for (const step of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
  ]) {
    const done = spawnSync('apt-get', step, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (done.error !== undefined)
      return 'PostgreSQL is missing, and there is no apt-get here. Install PostgreSQL 15 or later.'
    if (done.status !== 0)
      return `PostgreSQL is missing, and \`apt-get ${step.join(' ')}\` failed. Install PostgreSQL 15 or later.`
  }
  return findPrograms() === null
    ? 'apt-get installed postgresql, but its programs are not where Debian puts them.'
    : null
}

if (import.meta.main) {
  const missing = ensurePostgres()
  if (missing !== null) {
    console.error(missing)
    process.exit(1)
  }
  console.log(`PostgreSQL: ${findPrograms()}`)
}
