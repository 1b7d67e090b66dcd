import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { CHROMIUM_ARGS, findChromium } from '../../tools/stack/chromium.ts'

export const DESK = { width: 1440, height: 900 } as const
export const PHONE = { width: 390, height: 844 } as const

export async function launch(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('no Chromium on this machine')
  return chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] })
}

export type Visit = { readonly page: Page; readonly context: BrowserContext; readonly errors: string[] }

/** A fresh visitor. `errors` collects what went wrong in the page; a host that cannot be reached (the map's background) is no error of ours. */
export async function visit(browser: Browser, viewport: { width: number; height: number } = DESK, locale = 'ko-KR'): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale, timezoneId: 'Asia/Seoul', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) errors.push(message.text())
  })
  return { page, context, errors }
}
