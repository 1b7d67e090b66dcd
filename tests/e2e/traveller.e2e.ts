import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { example, plannedTrip } from '../stack/trips.ts'
import { DESK, PHONE, stageOf } from './stage.ts'

const stage = stageOf()
/** The address of the family's planned trip, session included, as `npm start` prints it. */
let family: string
let familyId: string

beforeAll(async () => {
  const client = await Client.guest(stage.url)
  familyId = (await plannedTrip(client, example('seoul-family'))).id
  family = `${stage.url}/itineraries/${familyId}#session=${client.token}`
})

test('the printed link opens the itinerary, keeps no token in the address, and reads as a timeline', async () => {
  const { page, context, errors } = await stage.visit()
  await page.goto(family)
  await page.getByRole('heading', { level: 1, name: '할머니와 서울 사흘' }).waitFor()
  expect(page.url()).toBe(`${stage.url}/itineraries/${familyId}`)
  for (const day of ['1일차', '2일차', '3일차']) expect(await page.getByText(day).count()).toBeGreaterThan(0)
  const text = await page.locator('main').innerText()
  expect(text).toMatch(/점심/)
  expect(text).toMatch(/저녁/)
  expect(text).toMatch(/\d{2}:\d{2}/)
  expect(errors).toEqual([])
  await context.close()
})

test('without the session the same address shows nothing of it', async () => {
  const { page, context } = await stage.visit()
  await page.goto(`${stage.url}/itineraries/${familyId}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.locator('body').innerText()).not.toContain('할머니')
  await context.close()
})

test('a stop opens with its hours, sources and reasons, by keyboard alone, and closes again', async () => {
  const { page, context, errors } = await stage.visit()
  await page.goto(family)
  const stop = page.getByRole('button', { name: '경복궁', exact: true })
  await page.getByRole('tab', { name: /1일차/ }).waitFor()
  for (const day of await page.getByRole('tab', { name: /일차/ }).all()) if ((await stop.count()) === 0) await day.click()
  await stop.waitFor()
  await stop.focus()
  await page.keyboard.press('Enter')
  // Beside the timeline, not over it: a region of its own that takes the focus, not a dialog that traps it.
  const panel = page.getByRole('complementary', { name: '경복궁' })
  await panel.waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('경복궁')
  const details = await panel.innerText()
  expect(details).toContain('경복궁')
  expect(details).toMatch(/화/)
  expect(details).toMatch(/기준/)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  expect(await stop.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(errors).toEqual([])
  await context.close()
})

test('a newcomer makes a trip, watches it being planned and reads it', async () => {
  const { page, context, errors } = await stage.visit()
  await page.goto(stage.url)
  await page
    .getByRole('link', { name: /새 여행/ })
    .first()
    .click()
  await page.getByRole('radio', { name: /서울/ }).check({ force: true })
  await page.getByLabel('숙소 이름').fill('종로 한옥')
  await page.getByLabel(/^좌표/).fill('37.5725, 126.9858')
  await page.getByLabel(/^좌표/).blur()
  await page.getByLabel('부르는 이름').fill('지우')
  await page.getByLabel('나이').fill('34')
  await page.getByRole('button', { name: /일정 만들기/ }).click()
  await page.waitForURL(/\/itineraries\/itn_/)
  await page.getByText('1일차').first().waitFor()
  expect(await page.locator('main').innerText()).toMatch(/종로 한옥/)
  expect(errors).toEqual([])
  await context.close()
})

test('what is missing is said at the field, and nothing is sent', async () => {
  const { page, context } = await stage.visit()
  await page.goto(`${stage.url}/trips/new`)
  let sent = false
  page.on('request', (request) => (sent ||= request.method() === 'POST' && request.url().endsWith('/v1/trips')))
  await page.getByLabel('부르는 이름').waitFor()
  await page.getByRole('button', { name: /일정 만들기/ }).click()
  const name = page.getByLabel('부르는 이름')
  await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true')
  expect(sent).toBe(false)
  await context.close()
})

test('the page speaks English and goes back to Korean', async () => {
  const { page, context } = await stage.visit(DESK, 'en-US')
  await page.goto(family)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const text = await page.locator('main').innerText()
  expect(text).toMatch(/Lunch/)
  expect(text).not.toMatch(/점심/)
  await context.close()
})

test.each([
  ['desk', DESK],
  ['phone', PHONE],
] as const)('accessibility: nothing serious or critical on any page (%s)', async (_name, viewport) => {
  const { page, context } = await stage.visit(viewport)
  for (const address of [family, stage.url, `${stage.url}/trips/new`]) {
    await page.goto(address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${address.split('#')[0]} ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  }
  await context.close()
})

test('on a phone nothing is wider than the screen, and the map is one tap away', async () => {
  const { page, context, errors } = await stage.visit(PHONE)
  await page.goto(family)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
  await page.getByRole('button', { name: /지도 보기/ }).click()
  await page.locator('canvas').first().waitFor()
  expect(errors).toEqual([])
  await context.close()
})
