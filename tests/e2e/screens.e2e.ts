import { AxeBuilder } from '@axe-core/playwright'
import type { ItineraryView } from '@yeojeong/contracts'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { example, plannedTrip } from '../stack/trips.ts'
import { DESK, PHONE, stageOf } from './stage.ts'

const stage = stageOf()
let client: Client
let view: ItineraryView
let address: string

beforeAll(async () => {
  client = await Client.guest(stage.url)
  view = await plannedTrip(client, example('seoul-family'))
  address = `${stage.url}/itineraries/${view.id}#session=${client.token}`
})

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth)

test('on a phone a place is found by name and put into the day that is looked at', async () => {
  const { page, context, errors } = await stage.visit(PHONE)
  await page.goto(address)
  await page.getByRole('tab', { name: /2일차/ }).click()
  await page.getByRole('button', { name: '장소 더하기' }).click()
  const dialog = page.getByRole('dialog', { name: '장소 더하기' })
  const here = new Set(view.days.flatMap(({ stops }) => stops.map(({ placeId }) => placeId)))
  const { places } = (await client.request('GET', `/v1/places?regionId=seoul&language=ko&query=${encodeURIComponent('박물관')}`)) as {
    places: { id: string; names: { ko: string } }[]
  }
  const place = places.find(({ id }) => !here.has(id))!
  await dialog.getByRole('combobox', { name: '장소 이름으로 찾기' }).fill(place.names.ko)
  await dialog.getByRole('option', { name: place.names.ko }).first().dispatchEvent('pointerdown')
  const force = page.getByRole('button', { name: '그래도 하기' })
  const added = page.getByRole('status').filter({ hasText: `${place.names.ko} 더하기: 반영했어요` })
  await added.or(force).first().waitFor()
  if (await force.isVisible()) await force.click()
  await added.first().waitFor()
  expect(await page.getByRole('tabpanel').getByRole('heading', { level: 3 }).allInnerTexts()).toContain(place.names.ko)
  expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width)
  expect(errors).toEqual([])
  await context.close()
})

test.each(['ko-KR', 'en-US', 'ja-JP', 'zh-CN'])(
  'at 360 pixels nothing is wider than the screen and the tools stand on one line (%s)',
  async (locale) => {
    const { page, context, errors } = await stage.visit({ width: 360, height: 740 }, locale)
    for (const at of [address, stage.url, `${stage.url}/trips/new`, `${stage.url}/trips/${view.tripId}`]) {
      await page.goto(at)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await widthOf(page), at.split('#')[0]).toBeLessThanOrEqual(360)
    }
    await page.goto(address)
    const tools = page.getByRole('toolbar').getByRole('button')
    await tools.first().waitFor()
    const middles = await tools.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => Math.round(top + height / 2)),
    )
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThanOrEqual(2)
    expect(errors).toEqual([])
    await context.close()
  },
)

test.each([
  ['desk', DESK],
  ['phone', PHONE],
] as const)('in the dark everything keeps its contrast (%s)', async (_name, viewport) => {
  const { page, context, errors } = await stage.visit(viewport)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const serious = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
  }
  await page.goto(address)
  await page.getByRole('toolbar').waitFor()
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(16, 21, 20)')
  expect(await serious()).toEqual([])
  await page.locator('article h3 button').first().click()
  await page.getByRole('complementary').getByText('사진과 기록').waitFor()
  expect(await serious()).toEqual([])
  for (const at of [stage.url, `${stage.url}/trips/new`]) {
    await page.goto(at)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await serious(), at).toEqual([])
  }
  expect(errors).toEqual([])
  await context.close()
})

test('on A4 each day begins a page and fits it, nothing is cut, and nothing of the screen is printed', async () => {
  const { page, context, errors } = await stage.visit()
  await page.goto(address)
  await page.getByRole('toolbar').waitFor()
  // What Chromium gives an A4 page between the margins of the print stylesheet: 210 − 2 · 14 mm, 297 − 2 · 12 mm, at 96 dpi.
  const paper = { width: Math.floor((182 / 25.4) * 96), height: Math.floor((273 / 25.4) * 96) }
  await page.setViewportSize(paper)
  await page.emulateMedia({ media: 'print' })
  const days = page.locator('section[data-day]:visible')
  await expect.poll(() => days.count()).toBe(view.days.length)
  for (const height of await days.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height)))
    expect(height).toBeLessThanOrEqual(paper.height)
  expect(await widthOf(page)).toBeLessThanOrEqual(paper.width)
  for (const hidden of ['toolbar', 'tablist', 'complementary'] as const) expect(await page.getByRole(hidden).count()).toBe(0)
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true })).toString('latin1')
  const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0
  expect(pages).toBeGreaterThan(view.days.length)
  expect(pages).toBeLessThanOrEqual(view.days.length + 2)
  expect(errors).toEqual([])
  await context.close()
})
