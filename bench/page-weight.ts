import { chromium, type Browser } from '@playwright/test'
import { operationIds } from '#lib/ca/operation.ts'
import { chromiumArguments, ensureChromium } from '../scripts/ensure-chromium.ts'

export interface PageWeight {
  readonly name: string
  /** Kilobytes (10³ bytes) of JavaScript as transferred, compressed. */
  readonly script: number
  /** The same before compression: what the browser has to read. */
  readonly scriptPlain: number
  /** Styles, fonts, the document and the rest, as transferred. */
  readonly other: number
  readonly requests: number
}

export interface Site {
  readonly url: string
  /** `name=value`, or null for nobody. */
  readonly cookie: string | null
}

/** Opens each page with an empty cache and waits until nothing is loaded any more. */
export async function measurePages(product: Site, empty: Site): Promise<PageWeight[]> {
  const order = '/orders/10000101'
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: chromiumArguments,
  })
  try {
    const pages = [
      await weigh(browser, 'empty page', empty, '/'),
      await weigh(browser, 'sign-in', { ...product, cookie: null }, '/sign-in'),
      await weigh(browser, 'desk', product, '/'),
      await weigh(browser, 'order, no form', product, order),
    ]
    for (const operation of operationIds)
      pages.push(await weigh(browser, `order, ${operation}`, product, `${order}/${operation}`))
    return pages
  } finally {
    await browser.close()
  }
}

interface Loaded {
  readonly name: string
  readonly encodedBodySize: number
  readonly decodedBodySize: number
}

async function weigh(browser: Browser, name: string, site: Site, path: string): Promise<PageWeight> {
  const context = await browser.newContext()
  const equals = site.cookie?.indexOf('=') ?? 0
  if (site.cookie !== null) {
    const [name, value] = [site.cookie.slice(0, equals), site.cookie.slice(equals + 1)]
    await context.addCookies([{ name, value, url: site.url }])
  }
  const page = await context.newPage()
  const answer = await page.goto(site.url + path, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200 || new URL(page.url()).pathname !== path)
    throw new Error(`${name}: ${answer?.status()} at ${page.url()}`)
  // What is fetched when the browser has nothing else to do.
  await page.waitForTimeout(700)
  const loaded: Loaded[] = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
      (entry) => {
        const { name, encodedBodySize, decodedBodySize } = entry as PerformanceResourceTiming
        return { name, encodedBodySize, decodedBodySize }
      },
    ),
  )
  await context.close()
  const scripts = loaded.filter((one) => new URL(one.name).pathname.endsWith('.js'))
  const rest = loaded.filter((one) => !scripts.includes(one))
  return {
    name,
    script: kilobytes(scripts.map((one) => one.encodedBodySize)),
    scriptPlain: kilobytes(scripts.map((one) => one.decodedBodySize)),
    other: kilobytes(rest.map((one) => one.encodedBodySize)),
    requests: loaded.length,
  }
}

const kilobytes = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0) / 1000
