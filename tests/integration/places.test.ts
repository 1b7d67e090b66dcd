import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { startTestStack, type Stack } from '../stack/harness.ts'

let stack: Stack
let reader: Client
beforeAll(async () => {
  stack = await startTestStack()
  reader = await Client.guest(stack.url)
}, 120_000)
afterAll(() => stack?.close())

type Found = { places: { id: string; stepFree: string; category: string }[]; sources: string[]; degraded: string[]; attribution: string[] }
const search = (query: string): Promise<Found> => reader.request('GET', `/v1/places?${query}`) as Promise<Found>

test('without any key, what people type finds the place they mean', async () => {
  for (const typed of ['ㄱㅂㄱ', 'Kyongbokkung', '景福宫', '경복꿍', 'Ｇｙｅｏｎｇｂｏｋｇｕｎｇ']) {
    const { places, sources, degraded } = await search(`query=${encodeURIComponent(typed)}`)
    expect(places[0]?.id, typed).toBe('plc_seoul_gyeongbokgung')
    expect([sources, degraded]).toEqual([['atlas'], []])
  }
})

test('filters narrow, and unknown never meets one', async () => {
  const { places } = await search('regionId=seoul&category=museum&stepFree=true&limit=50')
  expect(places.length).toBeGreaterThan(3)
  expect(places.every(({ stepFree, category }) => stepFree === 'yes' && category === 'museum')).toBe(true)
})

test('a region recommends by month and need, each place with its reasons', async () => {
  type Answer = { season: string; items: { place: { id: string; stepFree: string; category: string }; reasons: { code: string }[] }[] }
  const summer = (await reader.request('GET', '/v1/regions/jeju/recommendations?month=8&interests=nature,views')) as Answer
  expect(summer.season).toBe('summer')
  expect(summer.items.some(({ place, reasons }) => place.category === 'beach' && reasons.some(({ code }) => code === 'season-beach'))).toBe(
    true,
  )
  const stepFree = (await reader.request('GET', '/v1/regions/seoul/recommendations?month=1&stepFree=true&limit=10')) as Answer
  expect(stepFree.items.length).toBe(10)
  expect(stepFree.items.every(({ place }) => place.stepFree === 'yes')).toBe(true)
  await expect(reader.request('GET', '/v1/regions/atlantis/recommendations')).rejects.toMatchObject({
    status: 422,
    problem: { code: 'region_unknown' },
  })
  await expect(reader.request('GET', '/v1/regions/seoul/recommendations?month=13')).rejects.toMatchObject({ status: 422 })
})

test('ways between points are told with their source', async () => {
  const points = [
    { lat: 37.5796, lng: 126.977 },
    { lat: 37.5512, lng: 126.9882 },
  ]
  const answer = (await reader.request('POST', '/v1/routes', {
    origins: points,
    destinations: points,
    mode: 'transit',
    regionId: 'seoul',
  })) as { legs: { durationMin: number; source: string }[][]; sources: string[] }
  expect(answer.sources).toEqual(['model'])
  expect(answer.legs[0]![0]).toMatchObject({ durationMin: 0 })
  expect(answer.legs[0]![1]!.durationMin).toBeGreaterThan(5)
  await expect(reader.request('POST', '/v1/routes', { origins: points, destinations: [], mode: 'transit' })).rejects.toMatchObject({
    status: 422,
  })
})
