import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { CHROMIUM_ARGS, findChromium } from '../../tools/stack/chromium.ts'
import { startTestStack, type Stack } from '../stack/harness.ts'

export type Viewport = { readonly width: number; readonly height: number }
export const DESK: Viewport = { width: 1440, height: 900 }
export const PHONE: Viewport = { width: 390, height: 844 }

export type Visit = { readonly page: Page; readonly context: BrowserContext; readonly errors: string[] }

/** The real Workers and a real browser. */
export type Stage = Pick<Stack, 'server' | 'url'> & { visit(viewport?: Viewport, locale?: string): Promise<Visit> }

/** A stage for one file of journeys: there before the first, gone after the last. The page is built once for all (`build.ts`). */
export function stageOf(start: () => Promise<Stack> = startTestStack): Stage {
  let stack: Stack | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    stack = await start()
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await stack?.close()
  })
  return {
    get server() {
      return stack!.server
    },
    get url() {
      return stack!.url
    },
    visit: (viewport, locale) => visit(browser!, viewport, locale),
  }
}

async function launch(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('no Chromium on this machine')
  return chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] })
}

/** A fresh visitor. `errors` collects what went wrong in the page; a host that cannot be reached (the map's background) is no error of ours. */
async function visit(browser: Browser, viewport: Viewport = DESK, locale = 'ko-KR'): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale, timezoneId: 'Asia/Seoul', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) errors.push(message.text())
  })
  return { page, context, errors }
}
