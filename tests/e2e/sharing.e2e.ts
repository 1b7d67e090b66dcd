import { beforeAll, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { example, plannedTrip } from '../stack/trips.ts'
import { PHONE, stageOf } from './stage.ts'

const stage = stageOf()
let client: Client
let address: string

beforeAll(async () => {
  client = await Client.guest(stage.url)
  const { id } = await plannedTrip(client, example('seoul-family'))
  address = `${stage.url}/itineraries/${id}#session=${client.token}`
})

/** Makes a link in the owner's page and answers it, with that page still open. */
async function link(role: '보기만' | '함께 고치기') {
  const owner = await stage.visit()
  await owner.page.goto(address)
  await owner.page.getByRole('button', { name: '내보내기와 공유' }).click()
  await owner.page.getByLabel('이 링크로 할 수 있는 것').selectOption({ label: role })
  await owner.page.getByRole('button', { name: '링크 만들기' }).click()
  const field = owner.page.getByLabel('함께 보기', { exact: true }).locator('visible=true').last()
  await owner.page.getByText('다시 볼 수 없으니', { exact: false }).waitFor()
  return { ...owner, url: await field.inputValue() }
}

test('a link shows the days to whoever holds it, says nothing of the travellers, and stops when it is taken back', async () => {
  const owner = await link('보기만')
  const guest = await stage.visit(PHONE)
  await guest.page.goto(owner.url)
  await guest.page.getByRole('heading', { level: 1, name: '할머니와 서울 사흘' }).waitFor()
  await guest.page.getByText('공유받은 일정이에요', { exact: false }).waitFor()
  const text = await guest.page.locator('main').innerText()
  for (const personal of ['하준', '아빠', '엄마', '쉬는']) expect(text).not.toContain(personal)
  expect(await guest.page.getByRole('toolbar').count()).toBe(0)
  await owner.page.getByRole('button', { name: '링크 거두기' }).first().click()
  await owner.page.getByText('거둠').first().waitFor()
  await guest.page.reload()
  await guest.page.getByRole('heading', { name: '열 수 없는 링크예요' }).waitFor()
  expect([...owner.errors, ...guest.errors]).toEqual([])
  await owner.context.close()
  await guest.context.close()
})

test('an editor’s link is joined, and what is changed there is the owner’s too', async () => {
  const owner = await link('함께 고치기')
  const guest = await stage.visit()
  await guest.page.goto(owner.url)
  await guest.page.getByRole('button', { name: '함께 고치기' }).click()
  await guest.page.waitForURL(/\/itineraries\/itn_/)
  await guest.page.getByRole('button', { name: '더 보기' }).click()
  await guest.page.getByRole('menuitem', { name: '이름 바꾸기' }).click()
  await guest.page.getByLabel('여행 이름').fill('다 함께 서울')
  await guest.page.getByRole('button', { name: '적용' }).click()
  await guest.page.getByRole('heading', { level: 1, name: '다 함께 서울' }).waitFor()
  await guest.page.getByText('반영했어요', { exact: false }).waitFor()
  await owner.page.keyboard.press('Escape')
  await owner.page.getByRole('heading', { level: 1, name: '다 함께 서울' }).waitFor()
  await owner.context.close()
  await guest.context.close()
})

test('every file of the export list is what it says, and paper holds all days', async () => {
  const { page, context, errors } = await stage.visit()
  await page.goto(address)
  await page.getByRole('button', { name: '내보내기와 공유' }).click()
  const files = page.getByRole('dialog').locator('a[download]')
  await files.first().waitFor()
  const starts = { ics: 'BEGIN:VCALENDAR', gpx: '<?xml', kml: '<?xml', geojson: '{', md: '# ' }
  for (const [format, start] of Object.entries(starts)) {
    const href = await page.locator(`a[href*="export.${format}"]`).getAttribute('href')
    const answer = await context.request.get(`${stage.url}${href}`)
    expect(answer.status()).toBe(200)
    expect((await answer.text()).startsWith(start), format).toBe(true)
  }
  await page.keyboard.press('Escape')
  await page.emulateMedia({ media: 'print' })
  for (const day of ['5월 4일', '5월 5일', '5월 6일']) await page.getByRole('heading', { name: new RegExp(day) }).waitFor()
  expect(await page.getByRole('toolbar').isVisible()).toBe(false)
  expect(errors).toEqual([])
  await context.close()
})

test('page, map and API reference keep to the content security policy', async () => {
  const { page, context, errors } = await stage.visit()
  const answer = await page.goto(address)
  expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  await page.locator('canvas').first().waitFor()
  await page.goto(`${stage.url}/docs`)
  await page.getByText('/v1/trips', { exact: false }).first().waitFor()
  expect(errors.filter((error) => /Content Security Policy|violates/.test(error))).toEqual([])
  await context.close()
})
