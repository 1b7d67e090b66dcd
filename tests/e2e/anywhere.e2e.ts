import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '../../tools/stack/build-web.ts'
import type { Upstream } from '../fakes/upstream.ts'
import { startStackWithOsm } from '../stack/anywhere.ts'
import type { Stack } from '../stack/harness.ts'
import { launch, visit } from './browser.ts'

let osm: Upstream
let stack: Stack
let browser: Browser
beforeAll(async () => {
  await buildWeb()
  ;({ osm, stack } = await startStackWithOsm())
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await stack?.close()
  await osm?.close()
})

test('a city that is not on the list is looked up by name, by keyboard, and becomes a destination to choose', async () => {
  const { page, context, errors } = await visit(browser)
  await page.goto(`${stack.url}/trips/new`)
  const city = page.getByRole('searchbox', { name: /다른 도시/ })
  await city.fill('아틀란티스')
  await city.press('Enter')
  await page.getByText('찾은 곳이 없어요').first().waitFor()
  await city.fill('리스본')
  await city.press('Enter')
  const lisbon = page.getByRole('radio', { name: /리스본/ })
  await lisbon.check()
  expect(await lisbon.isChecked()).toBe(true)
  // It serves like any other: the lodging may be looked for there, and the budget is in its currency.
  await page.getByText(/EUR/).first().waitFor()
  expect(errors).toEqual([])
  await context.close()
})
