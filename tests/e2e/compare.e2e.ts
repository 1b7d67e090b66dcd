import type { ItineraryView, Trip } from '@yeojeong/contracts'
import { AxeBuilder } from '@axe-core/playwright'
import { beforeEach, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { smallTrip } from '../stack/trips.ts'
import { DESK, PHONE, stageOf } from './stage.ts'

const stage = stageOf()
let client: Client
let trip: Trip

beforeEach(async () => {
  client = await Client.guest(stage.url)
  trip = await client.createTrip({ ...smallTrip(), pace: 'balanced' })
})

/** The three plans, calmest first, as they can be read once all are made. */
async function three(): Promise<{ readonly address: string; readonly views: ItineraryView[] }> {
  const accepted = await client.plan(trip.id, { pace: 'balanced', alternatives: ['calm', 'full'] })
  const of = (pace: string): string => accepted.alternatives!.find((one) => one.pace === pace)!.itineraryId
  const ids = [of('calm'), accepted.itineraryId, of('full')]
  const views = await Promise.all(ids.map(async (id) => client.itinerary(id, (await client.follow(id)).version)))
  return { address: `${stage.url}/compare?calm=${ids[0]}&balanced=${ids[1]}&full=${ids[2]}#session=${client.token}`, views }
}

const status = async ({ id, version }: ItineraryView, more = 0): Promise<string> => (await client.itinerary(id, version + more)).status

test('three plans are asked for at once, watched together and laid side by side', async () => {
  const { page, context, errors } = await stage.visit()
  await page.goto(`${stage.url}/trips/${trip.id}#session=${client.token}`)
  await page.getByLabel(/속도가 다른 세 계획/).check()
  await page.getByRole('button', { name: '일정 만들기' }).click()
  await page.waitForURL(/\/compare\?calm=itn_.+&balanced=itn_.+&full=itn_/)
  for (const pace of ['느긋하게', '알맞게', '알차게'])
    await page
      .getByRole('region', { name: pace })
      .getByRole('button', { name: /이 계획으로 하기/ })
      .waitFor()
  const rows = await page.getByRole('table').getByRole('rowheader').allInnerTexts()
  expect(rows).toEqual(['명소', '쉬어 가기', '걷기', '이동', '비용', '지우'])
  expect(await page.getByRole('table').getByRole('columnheader').allInnerTexts()).toEqual(['느긋하게', '알맞게', '알차게'])
  expect(errors).toEqual([])
  await context.close()
})

test('the columns say what each plan holds, and mark what no other has', async () => {
  const { address, views } = await three()
  const { page, context, errors } = await stage.visit()
  await page.goto(address)
  const placesOf = ({ days }: ItineraryView) => days.flatMap(({ stops }) => stops).filter(({ placeId }) => placeId !== null)
  for (const [index, pace] of ['느긋하게', '알맞게', '알차게'].entries()) {
    const column = page.getByRole('region', { name: pace })
    await column.getByText('2일차').waitFor()
    const text = await column.innerText()
    for (const { names } of placesOf(views[index]!)) expect(text).toContain(names.ko)
    const others = new Set(views.filter((_, at) => at !== index).flatMap((view) => placesOf(view).map(({ placeId }) => placeId)))
    const alone = placesOf(views[index]!).filter(({ placeId }) => !others.has(placeId))
    expect(await column.locator('[data-only]').count()).toBe(alone.length)
  }
  const walked = views.map(({ days }) => days.reduce((sum, { walkM }) => sum + walkM, 0))
  const least = page.getByRole('row', { name: /^걷기/ }).locator('[data-stands]')
  expect(await least.count()).toBe(new Set(walked).size === 1 ? 0 : walked.filter((walkM) => walkM === Math.min(...walked)).length)
  expect(errors).toEqual([])
  await context.close()
})

test('the plan that is taken opens, and the others are archived, from where they can be taken out again', async () => {
  const { address, views } = await three()
  const { page, context, errors } = await stage.visit()
  await page.goto(address)
  await page.getByRole('button', { name: '이 계획으로 하기: 느긋하게' }).click()
  await page.getByRole('dialog', { name: '‘느긋하게’ 계획으로 할까요?' }).getByRole('button', { name: '이 계획 고르기' }).click()
  await page.waitForURL(`${stage.url}/itineraries/${views[0]!.id}`)
  await page.getByRole('toolbar').waitFor()
  expect([await status(views[0]!), await status(views[1]!, 1), await status(views[2]!, 1)]).toEqual(['ready', 'archived', 'archived'])
  await page.getByRole('link', { name: '다른 계획과 비교' }).click()
  await page.getByRole('region', { name: '알차게' }).getByText('보관됨').waitFor()
  await page.getByRole('button', { name: '이 계획으로 하기: 알차게' }).click()
  await page.getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: '이 계획 고르기' }).click()
  await page.waitForURL(`${stage.url}/itineraries/${views[2]!.id}`)
  expect([await status(views[2]!, 2), await status(views[0]!)]).toEqual(['ready', 'ready'])
  expect(errors).toEqual([])
  await context.close()
})

test.each([
  ['desk', DESK],
  ['phone', PHONE],
] as const)('the comparison is accessible, fits, and its last plan can be reached (%s)', async (_name, viewport) => {
  const { address } = await three()
  const { page, context, errors } = await stage.visit(viewport)
  await page.goto(address)
  const last = page.getByRole('region', { name: '알차게' })
  await last.getByText('2일차').waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
  await last.scrollIntoViewIfNeeded()
  const box = (await last.boundingBox())!
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(viewport.width)
  expect(errors).toEqual([])
  await context.close()
})
