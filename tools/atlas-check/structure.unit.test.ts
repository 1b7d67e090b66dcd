import { ATLAS, type City } from '@yeojeong/atlas'
import type { HoursSpec, Place } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { structureFindings } from './structure.ts'

const city: City = {
  region: {
    id: 'testtown',
    names: { ko: '시험', en: 'Testtown' },
    center: { lat: 37.5, lng: 127 },
    radiusM: 20_000,
    countryCode: 'KR',
    timeZone: 'Asia/Seoul',
    currency: 'KRW',
    gateways: [],
    usualTransport: 'transit',
    character: {},
  },
  places: [],
}
const museum: Place = {
  id: 'plc_testtown_city-museum',
  regionId: 'testtown',
  names: { ko: '시립박물관', en: 'City Museum', ja: '市立博物館', zh: '市立博物馆' },
  position: { lat: 37.51, lng: 127.01 },
  extent: 'point',
  category: 'museum',
  prominence: 3,
  hours: { kind: 'scheduled', osm: '09:00-18:00', closedWeekly: { days: [0], onHoliday: 'next-weekday' } },
  stay: { min: 30, ideal: 60, max: 120 },
  price: { currency: 'KRW', adult: 3000 },
  stepFree: 'yes',
  stroller: 'unknown',
  indoor: 'indoor',
  effort: 1,
  insideWalkM: 300,
  sources: { '*': { source: 'the museum', asOf: '2026-11-01' } },
}
const scheduled = (osm: string, more = {}): HoursSpec => ({ kind: 'scheduled', osm, ...more })

/** What is said of the places (not of the city's size). */
function said(...places: readonly Place[]): string[] {
  return structureFindings([{ ...city, places }])
    .filter(({ placeId }) => placeId !== 'testtown')
    .map(({ level, detail }) => `${level}: ${detail}`)
}

describe('the structural check', () => {
  it('has nothing to say of a sound place', () => {
    expect(said(museum)).toEqual([])
  })

  it.each<[string, Partial<Place>, RegExp]>([
    ['an id of another region', { id: 'plc_elsewhere_city-museum' }, /the id is not/],
    ['a missing name', { names: { ko: '시립박물관', en: 'City Museum', zh: '市立博物馆' } }, /no name in ja/],
    ['a name in another script', { names: { ...museum.names, en: '시립박물관' } }, /en name is in another script/],
    ['a place beyond the region', { position: { lat: 37.8, lng: 127 } }, /beyond the region/],
    ['a coordinate that is none', { position: { lat: Number.NaN, lng: 127 } }, /beyond the region/],
    ['a stay out of order', { stay: { min: 60, ideal: 30, max: 120 } }, /stay 60\/30\/120/],
    ['a price in another currency', { price: { currency: 'USD', adult: 3 } }, /price in USD/],
    ['a child dearer than an adult', { price: { currency: 'KRW', adult: 3000, child: 5000, childMaxAge: 12 } }, /child price 5000/],
    ['a senior price without an age', { price: { currency: 'KRW', adult: 3000, senior: 0 } }, /needs seniorAge/],
    ['hours outside the grammar', { hours: scheduled('by appointment') }, /hours "by appointment"/],
    [
      'a closing day without hours should it open',
      { hours: scheduled('Tu-Su 09:00-18:00', { closedWeekly: { days: [0], onHoliday: 'open' } }) },
      /has no hours for that weekday/,
    ],
    ['a date that is none', { hours: scheduled('09:00-18:00', { closedDates: ['02-30'] }) }, /which is no date/],
    ['a place that never opens', { hours: scheduled('09:00-18:00; Mo-Su off') }, /never open/],
    ['a shortest stay longer than any opening', { hours: scheduled('09:00-09:20') }, /never open as long/],
    ['a restaurant that serves nothing', { category: 'restaurant' }, /without `food`/],
    ['a fact from nowhere', { sources: {} }, /no source/],
    ['a source of no day', { sources: { '*': { source: 'the museum', asOf: '2026-13-01' } } }, /is no date/],
    ['a trait beyond one', { traits: { history: 3 } }, /trait history/],
  ])('reports %s', (_, change, expected) => {
    expect(said({ ...museum, ...change }).join('\n')).toMatch(expected)
  })

  it('reports an id, a name and a spot used twice', () => {
    expect(said(museum, museum).join('\n')).toMatch(/the id occurs twice/)
    expect(said(museum, { ...museum, id: 'plc_testtown_other' }).join('\n')).toMatch(/has the name of/)
    const other = {
      ...museum,
      id: 'plc_testtown_other',
      names: { ko: '다른박물관', en: 'Other Museum', ja: '別の博物館', zh: '别的博物馆' },
    }
    expect(said(museum, other)).toEqual(['flag: is a museum at the spot of plc_testtown_other'])
  })

  it('reports a city with too few places', () => {
    expect(structureFindings([city]).map(({ detail }) => detail)).toEqual([
      '0 places, wanted 70',
      '0 sights, wanted 40',
      '0 food, wanted 20',
    ])
  })
})

describe('the atlas', () => {
  it('passes the structural check', () => {
    expect(structureFindings(ATLAS).filter(({ level }) => level === 'error')).toEqual([])
  }, 60_000)
})
