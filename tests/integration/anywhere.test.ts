import type { Recommendations, Region } from '@yeojeong/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import type { Upstream } from '../fakes/upstream.ts'
import { startStackWithOsm } from '../stack/anywhere.ts'
import type { Stack } from '../stack/harness.ts'
import { smallTrip } from '../stack/trips.ts'

let osm: Upstream
let stack: Stack
let traveller: Client
beforeAll(async () => {
  ;({ osm, stack } = await startStackWithOsm())
  traveller = await Client.guest(stack.url)
}, 120_000)
afterAll(() => stack?.close())

const named = async (words: string): Promise<Region[]> =>
  ((await traveller.request('GET', `/v1/regions?query=${encodeURIComponent(words)}`)) as { items: Region[] }).items

test('a city beyond the atlas is found by its name in any language, with its time zone and currency', async () => {
  for (const words of ['Lisbon', '리스본', 'リスボン', '里斯本'])
    expect(await named(words)).toMatchObject([
      { id: 'osm-r5400890', names: { en: 'Lisbon' }, countryCode: 'PT', timeZone: 'Europe/Lisbon', currency: 'EUR' },
    ])
  expect((await named('서울')).map(({ id }) => id)).toEqual(['seoul'])
  expect(await named('Atlantis')).toEqual([])
})

test('it has recommendations, and its places are found by name', async () => {
  const { items, knownFor } = (await traveller.request('GET', '/v1/regions/osm-r5400890/recommendations?month=5')) as Recommendations
  expect(items.length).toBe(20)
  expect(knownFor.length).toBeGreaterThan(0)
  const { places } = (await traveller.request('GET', '/v1/places?regionId=osm-r5400890&query=Lugar%2031')) as { places: object[] }
  expect(places).toMatchObject([{ id: 'plc_osm_n1031', regionId: 'osm-r5400890', stepFree: 'unknown' }])
})

test('a trip there is planned in its own time, with every fact from OpenStreetMap and holidays unknown', async () => {
  const trip = await traveller.createTrip({
    ...smallTrip(),
    destination: { regionId: 'osm-r5400890' },
    lodgings: [{ name: 'Pensão', position: { lat: 38.711, lng: -9.139 } }],
  })
  expect(trip.destination).toMatchObject({ timeZone: 'Europe/Lisbon', countryCode: 'PT' })
  const { itineraryId } = await traveller.plan(trip.id)
  const outcome = await traveller.follow(itineraryId)
  expect(outcome).toMatchObject({ status: 'ready' })
  const view = await traveller.itinerary(itineraryId, outcome.version)
  const visits = view.days.flatMap(({ stops }) => stops.filter(({ placeId }) => placeId !== null))
  expect(visits.length).toBeGreaterThan(5)
  expect(visits.every(({ startAt }) => startAt.endsWith('+01:00'))).toBe(true)
  for (const { placeId } of visits) expect(view.places[placeId!]?.sources['*']?.source).toBe('osm')
  expect(view.degraded).toEqual(['holidays'])
  expect(view.attribution.join()).toContain('OpenStreetMap')
})

test('a city nobody knows is refused by name of the field, and one that cannot be asked for is no unknown city', async () => {
  const to = (regionId: string) => traveller.createTrip({ ...smallTrip(), destination: { regionId } })
  for (const regionId of ['atlantis', 'osm-r999'])
    await expect(to(regionId)).rejects.toMatchObject({
      status: 422,
      problem: { code: 'region_unknown', errors: [{ pointer: '/destination/regionId' }] },
    })
  osm.answer = (_call, res) => {
    res.writeHead(503).end()
    return true
  }
  await expect(to('osm-r111')).rejects.toMatchObject({ status: 503, problem: { code: 'provider_unavailable' } })
})
