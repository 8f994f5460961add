import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { installDebianPackages } from './support/debian.ts'
import { root } from './support/paths.ts'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The browser for the journeys: CHROMIUM_PATH, an installed Chromium or Chrome, or the one Playwright downloaded. Null when there is none.
 */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (isProgram(given)) return given
    throw new Error(`CHROMIUM_PATH names ${given}, which is not a program that can be run.`)
  }
  return usual.find(isProgram) ?? playwrightsOwn()
}

/** As `findChromium`, and installs one when there is none and this machine allows it. Throws a message that says what to do otherwise. */
export function ensureChromium(): string {
  const found = findChromium()
  if (found !== null) return found
  console.log('No Chromium was found. Installing one…')
  installDebianPackages(['chromium'])
  if (findChromium() === null) {
    spawnSync(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'], {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 5 * 60_000,
    })
  }
  const installed = findChromium()
  if (installed !== null) return installed
  throw new Error(
    'The browser journeys need Chromium, and it could not be installed from here.\n' +
      'Install it (Debian and Ubuntu: apt-get install chromium; elsewhere: npx playwright install chromium),\n' +
      'or set CHROMIUM_PATH to a Chromium or Chrome that is installed already.',
  )
}

/** What Chromium is started with: nothing it does by itself may reach a network, and root has no sandbox to use. */
export const chromiumArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

function playwrightsOwn(): string | null {
  try {
    const path = chromium.executablePath()
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

if (import.meta.main) {
  try {
    console.log(ensureChromium())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
