import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Whether this program may install packages by itself: a Debian-like system, as root, as in most CI jobs. */
export function mayInstallDebianPackages(): boolean {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
}

/** Installs Debian packages, or does nothing where that is not possible. Answers whether it worked. */
export function installDebianPackages(packages: readonly string[]): boolean {
  if (!mayInstallDebianPackages()) return false
  const apt = (...args: string[]) =>
    spawnSync('/usr/bin/apt-get', ['-q', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 10 * 60_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages)
  // The lists may be missing or old: a fresh machine has none.
  return install() || (apt('update') && install())
}
