import type { ItineraryView } from '@yeojeong/contracts'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { example, plannedTrip } from '../stack/trips.ts'
import { DESK, PHONE, stageOf, type Visit } from './stage.ts'

const stage = stageOf()
let client: Client
let itineraryId: string
let before: ItineraryView

beforeAll(async () => {
  client = await Client.guest(stage.url)
})
beforeEach(async () => {
  before = await plannedTrip(client, example('seoul-family'))
  itineraryId = before.id
})

async function open(viewport: { width: number; height: number } = DESK, who: Client = client): Promise<Visit> {
  const visitor = await stage.visit(viewport)
  await visitor.page.goto(`${stage.url}/itineraries/${itineraryId}#session=${who.token}`)
  await visitor.page.getByRole('toolbar').waitFor()
  return visitor
}

const namesShown = (page: Page): Promise<string[]> => page.locator('article h3').allInnerTexts()
const movable = (day: number) => before.days[day]!.stops.filter(({ kind, locked }) => ['sight', 'meal', 'rest'].includes(kind) && !locked)
const nameOf = (stop: ItineraryView['days'][number]['stops'][number] | undefined): string => stop?.names.ko ?? ''
const stored = async () => client.itinerary(itineraryId, Number.MAX_SAFE_INTEGER).catch(() => client.itinerary(itineraryId))

/** What the keyboard would act on, by its label or its words. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)

/** Says yes where the planner asks whether a rule may be broken, so that a test does not hang on what a plan happens to be. */
async function settled(page: Page, words: RegExp): Promise<void> {
  const asks = page.getByRole('button', { name: '그래도 하기' })
  const said = page.getByRole('status').filter({ hasText: words })
  await said.or(asks).first().waitFor()
  if (await asks.isVisible()) await asks.click()
  await said.first().waitFor()
}

test('a stop moves by the arrow keys, keeps the focus, is named by undo, and undo and redo go back and forth', async () => {
  const { page, context, errors } = await open()
  const [, second, third] = movable(0)
  const order = await namesShown(page)
  const handle = page.getByRole('button', { name: `${nameOf(second)} 옮기기`, exact: true })
  await handle.focus()
  await page.keyboard.press('ArrowDown')
  await settled(page, /반영했어요/)
  const moved = await namesShown(page)
  expect(moved.indexOf(nameOf(second))).toBe(moved.indexOf(nameOf(third)) + 1)
  await expect.poll(() => focused(page)).toBe(`${nameOf(second)} 옮기기`)
  await page.getByRole('button', { name: `되돌리기: ${nameOf(second)} 옮기기` }).click()
  await expect.poll(() => namesShown(page)).toEqual(order)
  await page.getByRole('button', { name: `다시 하기: ${nameOf(second)} 옮기기` }).click()
  await expect.poll(() => namesShown(page)).toEqual(moved)
  expect(errors).toEqual([])
  await context.close()
})

test('a stop is dragged onto another day by pointer', async () => {
  const { page, context, errors } = await open()
  const stop = movable(0).find(({ kind }) => kind === 'sight')
  const handle = page.getByRole('button', { name: `${nameOf(stop)} 옮기기`, exact: true })
  await handle.scrollIntoViewIfNeeded()
  const from = (await handle.boundingBox())!
  const to = (await page.getByRole('tab', { name: /2일차/ }).boundingBox())!
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x - 20, from.y - 20, { steps: 4 })
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 })
  await page.mouse.up()
  await settled(page, /반영했어요/)
  await page.getByRole('tab', { name: /2일차/ }).click()
  expect(await namesShown(page)).toContain(nameOf(stop))
  expect(errors).toEqual([])
  await context.close()
})

test('locked, a stop can no longer be moved or removed; a note stays with it over a reload', async () => {
  const { page, context, errors } = await open()
  const [stop] = movable(0)
  await page.getByRole('button', { name: nameOf(stop), exact: true }).click()
  const panel = page.getByRole('complementary', { name: nameOf(stop) })
  await panel.getByLabel('메모').fill('창가 자리')
  await panel.getByRole('button', { name: '적용' }).click()
  await settled(page, /메모: 반영/)
  await panel.getByRole('button', { name: '고정하기' }).click()
  await settled(page, /고정: 반영/)
  expect(await panel.getByRole('button', { name: '빼기' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: `${nameOf(stop)} 옮기기`, exact: true }).count()).toBe(0)
  await page.reload()
  await page.getByText('창가 자리').first().waitFor()
  await page.getByText('고정됨', { exact: true }).first().waitFor()
  expect(errors).toEqual([])
  await context.close()
})

test('start and stay of a stop are set as one change, and given back to the planner as one', async () => {
  const { page, context, errors } = await open()
  const stop = movable(0).find(({ kind }) => kind === 'sight')!
  const now = async () => (await stored()).days[0]!.stops.find(({ id }) => id === stop.id)!
  await page.getByRole('button', { name: nameOf(stop), exact: true }).click()
  const panel = page.getByRole('complementary', { name: nameOf(stop) })
  const stay = Number(await panel.getByLabel('머무는 시간').inputValue())
  const [hour, minute] = stop.startAt.slice(11, 16).split(':').map(Number) as [number, number]
  const start = new Date(Date.UTC(2000, 0, 1, hour, minute + 5)).toISOString().slice(11, 16)
  await panel.getByLabel('시작 시각').fill(start)
  await panel.getByLabel('머무는 시간').fill(String(stay - 5))
  await panel.getByRole('button', { name: '적용' }).click()
  await settled(page, /시각: 반영/)
  expect(await now()).toMatchObject({
    startAt: stop.startAt.replace(/T.{5}/, `T${start}`),
    endAt: stop.endAt,
    pinned: { start: true, duration: true },
  })
  expect((await stored()).version).toBe(before.version + 1)
  await panel.getByRole('button', { name: '알아서 정하기' }).click()
  await expect.poll(async () => (await now()).pinned ?? null).toBeNull()
  expect((await stored()).version).toBe(before.version + 2)
  expect(errors).toEqual([])
  await context.close()
})

test('what would break a rule is asked first, in words, and cancelling leaves everything as it was', async () => {
  const { page, context, errors } = await open()
  const meal = movable(0).find(({ meal: which }) => which !== null)
  await page.getByRole('button', { name: nameOf(meal), exact: true }).click()
  await page.getByRole('complementary').getByRole('button', { name: '빼기', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /지켜지지 않는/ })
  await dialog.waitFor()
  expect(await dialog.innerText()).toContain('끼니가 빠져요')
  await dialog.getByRole('button', { name: '취소' }).click()
  expect(await namesShown(page)).toContain(nameOf(meal))
  expect((await stored()).version).toBe(before.version)
  // The refused request is in the console as the browser's own line, which `visit` leaves out.
  expect(errors).toEqual([])
  await context.close()
})

test('a question answered either way gives the focus back', async () => {
  const { page, context, errors } = await open()
  const stops = before.days[0]!.stops
  // A meal to the other end of its day is late or early for somebody: the question always comes.
  const meal = movable(0).find(({ meal: which }) => which === 'dinner') ?? movable(0).findLast(({ meal: which }) => which !== null)!
  const handle = page.getByRole('button', { name: `${nameOf(meal)} 옮기기`, exact: true })
  const dialog = page.getByRole('dialog', { name: /지켜지지 않는/ })
  await handle.focus()
  for (let steps = 0; steps < stops.length && !(await dialog.isVisible()); steps += 1) {
    await page.keyboard.press('ArrowUp')
    await page
      .getByRole('status')
      .filter({ hasText: /반영했어요/ })
      .or(dialog)
      .first()
      .waitFor()
  }
  await dialog.getByRole('button', { name: '취소' }).click()
  await expect.poll(() => focused(page)).toBe(`${nameOf(meal)} 옮기기`)
  await page.keyboard.press('ArrowUp')
  await dialog.getByRole('button', { name: '그래도 하기' }).click()
  await expect.poll(() => focused(page)).toBe(`${nameOf(meal)} 옮기기`)
  expect(errors).toEqual([])
  await context.close()
})

test('a change made meanwhile elsewhere is shown, not overwritten', async () => {
  const { page, context } = await stage.visit()
  // A page that hears of nothing, as behind a proxy that lets no WebSocket through.
  await page.routeWebSocket(/\/live$/, () => undefined)
  await page.goto(`${stage.url}/itineraries/${itineraryId}#session=${client.token}`)
  await page.getByRole('toolbar').waitFor()
  const [stop] = movable(0)
  await page.getByRole('button', { name: nameOf(stop), exact: true }).click()
  await client.request('POST', `/v1/itineraries/${itineraryId}/commands`, {
    baseVersion: before.version,
    command: { type: 'SetNote', stopId: stop!.id, note: '다른 창에서' },
  })
  const panel = page.getByRole('complementary')
  await panel.getByLabel('메모').fill('이 창에서')
  await panel.getByRole('button', { name: '적용' }).click()
  await page.getByText('그 사이 다른 곳에서 일정이 바뀌었어요').waitFor()
  await page.getByText('다른 창에서').first().waitFor()
  expect((await stored()).days[0]!.stops.find(({ id }) => id === stop!.id)?.note).toBe('다른 창에서')
  await context.close()
})

test('a change made elsewhere appears by itself, and so does who else is looking', async () => {
  const { page, context, errors } = await open()
  const [stop] = movable(0)
  const friend = await Client.guest(stage.url)
  const keyed = { 'idempotency-key': crypto.randomUUID() }
  const link = (await client.request('POST', `/v1/itineraries/${itineraryId}/share`, { role: 'editor' }, keyed)) as { token: string }
  await friend.request('POST', '/v1/shared/accept', { token: link.token })
  const other = await open(PHONE, friend)
  await page.getByText('1명이 함께 보고 있어요').waitFor()
  await client.request('POST', `/v1/itineraries/${itineraryId}/commands`, {
    baseVersion: before.version,
    command: { type: 'SetNote', stopId: stop!.id, note: '다른 창에서' },
  })
  for (const one of [page, other.page]) await one.getByText('다른 창에서').first().waitFor()
  await other.context.close()
  await page.getByText('1명이 함께 보고 있어요').waitFor({ state: 'hidden' })
  expect(errors).toEqual([])
  await context.close()
})

test('a stop is swapped for what fits its time, a place is added by search, and the history tells it all', async () => {
  const { page, context, errors } = await open()
  const stop = movable(1).find(({ kind }) => kind === 'sight')
  await page.getByRole('tab', { name: /2일차/ }).click()
  await page.getByRole('button', { name: nameOf(stop), exact: true }).click()
  await page.getByRole('button', { name: '다른 곳으로 바꾸기' }).click()
  const offers = page.getByRole('dialog').getByRole('listitem')
  await offers.first().waitFor()
  await offers.first().getByRole('button').click()
  await settled(page, /바꾸기: 반영/)
  expect(await namesShown(page)).not.toContain(nameOf(stop))

  await page.getByRole('button', { name: '더 보기' }).click()
  await page.getByRole('menuitem', { name: '변경 기록' }).click()
  const history = page.getByRole('dialog', { name: '변경 기록' })
  await history
    .getByText(/바꾸기/)
    .first()
    .waitFor()
  await history.getByText('일정을 만들었어요').waitFor()
  await history.getByRole('button', { name: '이때로 되돌리기' }).last().click()
  await settled(page, /되살리기: 반영/)
  await expect.poll(() => namesShown(page)).toContain(nameOf(stop))
  expect(errors).toEqual([])
  await context.close()
})

test('what has been taken out keeps its name over a reload, in undo and in the history', async () => {
  const { page, context, errors } = await open()
  const stop = movable(0).find(({ kind }) => kind === 'sight')
  await page.getByRole('button', { name: nameOf(stop), exact: true }).click()
  await page.getByRole('complementary').getByRole('button', { name: '빼기', exact: true }).click()
  await settled(page, /빼기: 반영/)
  await page.reload()
  await page.getByRole('button', { name: `되돌리기: ${nameOf(stop)} 빼기` }).waitFor()
  expect(await namesShown(page)).not.toContain(nameOf(stop))
  expect(errors).toEqual([])
  await context.close()
})

test('a trip that changed says so, and a replan brings the itinerary up to date', async () => {
  const { tripId } = before
  await client.request('PATCH', `/v1/trips/${tripId}`, { pace: 'calm' })
  const { page, context, errors } = await open()
  const banner = page.getByText('일정을 만든 뒤 여행 정보가 바뀌었어요', { exact: false })
  await expect.poll(async () => (await page.reload(), banner.count()), { timeout: 30_000 }).toBe(1)
  await page.getByRole('button', { name: '다시 짜기', exact: true }).first().click()
  await settled(page, /다시 짜기: /)
  await banner.waitFor({ state: 'hidden' })
  expect(errors).toEqual([])
  await context.close()
})

test.each([
  ['desk', DESK],
  ['phone', PHONE],
] as const)('the tools for changing are accessible and fit (%s)', async (_name, viewport) => {
  const { page, context, errors } = await open(viewport)
  const [stop] = movable(0)
  const serious = async (where: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html ?? ''}`)
  }
  await page.getByRole('button', { name: `${nameOf(stop)} 옮기기`, exact: true }).click()
  expect(await serious('menu')).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: nameOf(stop), exact: true }).click()
  expect(await serious('stop')).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '장소 더하기' }).click()
  expect(await serious('add')).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '내보내기와 공유' }).click()
  await page.getByRole('dialog', { name: '내보내기와 공유' }).waitFor()
  expect(await serious('share')).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
  expect(errors).toEqual([])
  await context.close()
})
