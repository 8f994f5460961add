import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './scripts/ensure-chromium.ts'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/global-setup.ts',
  // Two cores are what a small CI machine has; each worker drives a browser of its own.
  workers: 2,
  fullyParallel: true,
  // A test that passes at the second try has failed.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Both tell what hangs from what is slow; what has to be quick says so itself.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
      args: chromiumArguments,
    },
  },
})
