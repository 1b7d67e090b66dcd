import type { ItineraryView, Trip } from '@yeojeong/contracts'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { smallTrip } from '../stack/trips.ts'
import { stageOf, type Visit } from './stage.ts'

const stage = stageOf()
let client: Client
let trip: Trip

beforeEach(async () => {
  client = await Client.guest(stage.url)
  trip = await client.createTrip(smallTrip())
})

async function form(): Promise<Visit> {
  const visitor = await stage.visit()
  await visitor.page.goto(`${stage.url}/trips/${trip.id}/edit#session=${client.token}`)
  await visitor.page.getByRole('button', { name: '예약 더하기' }).waitFor()
  return visitor
}

async function fill(booking: Locator, values: { readonly [label: string]: string }): Promise<void> {
  for (const [label, value] of Object.entries(values)) await booking.getByLabel(label, { exact: true }).fill(value)
}

/** Saves, plans, and answers what came of it once the page shows it. */
async function planned(page: Page): Promise<ItineraryView> {
  await page.getByRole('button', { name: '저장하고 다시 만들기' }).click()
  await page.waitForURL(/\/itineraries\/itn_/)
  await page.getByRole('toolbar').waitFor()
  return client.itinerary(new URL(page.url()).pathname.split('/')[2]!)
}
const booked = ({ days }: ItineraryView) =>
  days.flatMap(({ stops }) => stops.filter(({ kind }) => kind === 'booking').map(({ names, startAt, endAt }) => [names.ko, startAt, endAt]))

test('a booking made in the form is in the plan to the minute, and cannot be moved there', async () => {
  const { page, context, errors } = await form()
  await page.getByRole('button', { name: '예약 더하기' }).click()
  const booking = page.getByRole('group', { name: '예약 1' })
  await booking.getByLabel('무엇').selectOption({ label: '표·입장권' })
  await booking.getByLabel('예약 이름').fill('고궁 음악회')
  const named = page.getByRole('group', { name: '고궁 음악회' })
  await fill(named, { 날짜: '2027-04-20', 시작: '15:00', 끝: '16:10', '좌표 (위도, 경도)': '37.5796, 126.9770' })
  expect(booked(await planned(page))).toEqual([['고궁 음악회', '2027-04-20T15:00:00+09:00', '2027-04-20T16:10:00+09:00']])
  await page.getByRole('button', { name: '고궁 음악회', exact: true }).click()
  const panel = page.getByRole('complementary', { name: '고궁 음악회' })
  await panel.getByText('예약과 하루의 시작, 끝은 여행 정보에서 바꿔요.').waitFor()
  expect(await panel.getByLabel('시작 시각').count()).toBe(0)
  expect(await page.getByRole('button', { name: '고궁 음악회 옮기기' }).count()).toBe(0)
  expect(errors).toEqual([])
  await context.close()
})

test('a booking without its time is said at the field, and nothing is planned', async () => {
  const { page, context } = await form()
  await page.getByRole('button', { name: '예약 더하기' }).click()
  const booking = page.getByRole('group', { name: '예약 1' })
  await page.getByRole('button', { name: '저장하고 다시 만들기' }).click()
  await booking.getByText('예약의 이름을 적어 주세요').waitFor()
  await expect.poll(() => booking.getByLabel('시작', { exact: true }).getAttribute('aria-invalid')).toBe('true')
  expect((await client.request('GET', `/v1/trips/${trip.id}`)) as Trip).toMatchObject({ bookings: [], itineraryIds: [] })
  await context.close()
})

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test//EN',
  'BEGIN:VEVENT',
  'UID:a',
  'SUMMARY:창덕궁 달빛기행',
  'DTSTART:20270420T080000Z',
  'DTEND:20270420T093000Z',
  'GEO:37.5794;126.9910',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:b',
  'SUMMARY:치과',
  'DTSTART:20271120T050000Z',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

test('a calendar file fills the form in the destination’s clock, says what it left out, and is planned around', async () => {
  const { page, context, errors } = await form()
  const file = { name: 'tickets.ics', mimeType: 'text/calendar', buffer: Buffer.from(CALENDAR) }
  await page.getByLabel('달력 파일(.ics) 가져오기').setInputFiles(file)
  await page.getByText('예약 1개를 가져왔어요 · 1개는 가져오지 못했어요').waitFor()
  const booking = page.getByRole('group', { name: '창덕궁 달빛기행' })
  expect(await booking.getByLabel('시작', { exact: true }).inputValue()).toBe('17:00')
  expect(await booking.getByLabel('좌표 (위도, 경도)').inputValue()).toBe('37.57940, 126.99100')
  expect(booked(await planned(page))).toEqual([['창덕궁 달빛기행', '2027-04-20T17:00:00+09:00', '2027-04-20T18:30:00+09:00']])
  expect(errors).toEqual([])
  await context.close()
})
