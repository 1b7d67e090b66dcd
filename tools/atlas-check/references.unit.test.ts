import type { City } from '@yeojeong/atlas'
import type { Place } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { coordinateFindings } from './coordinates.ts'
import { hoursFindings } from './hours.ts'
import { nameKeys } from './names.ts'
import type { Reference, References } from './references.ts'

const MUSEUMS = 'kr-museums-hours.csv'

function cityWith(place: Partial<Place>): City {
  const museum: Place = {
    id: 'plc_testtown_city-museum',
    regionId: 'testtown',
    names: { ko: '시립박물관', en: 'City Museum' },
    position: { lat: 37.5, lng: 127 },
    extent: 'point',
    category: 'museum',
    prominence: 3,
    hours: { kind: 'scheduled', osm: '09:00-18:00', closedWeekly: { days: [0], onHoliday: 'open' } },
    stay: { min: 30, ideal: 60, max: 120 },
    price: 'free',
    stepFree: 'yes',
    stroller: 'yes',
    indoor: 'indoor',
    effort: 1,
    insideWalkM: 300,
    sources: {},
    ...place,
  }
  const region = {
    id: 'testtown',
    names: {},
    center: { lat: 37.5, lng: 127 },
    radiusM: 20_000,
    countryCode: 'KR',
    timeZone: 'Asia/Seoul',
    currency: 'KRW',
    gateways: [],
    usualTransport: 'transit',
    character: {},
  } as const
  return { region, places: [museum] }
}

function rows(
  ...list: readonly Partial<{
    name: string
    file: string
    metresNorth: number
    open: string
    close: string
    closed: string
    asOf: string
  }>[]
): References {
  const byName = new Map<string, Reference[]>()
  for (const {
    name = '시립박물관',
    file = MUSEUMS,
    metresNorth = 0,
    open = '09:00',
    close = '18:00',
    closed = '매주 월요일',
    asOf = '2024-10-10',
  } of list) {
    const row = { weekday_open: open, weekday_close: close, closed, as_of: asOf }
    for (const key of nameKeys([name])) {
      byName.set(key, [...(byName.get(key) ?? []), { file, name, position: { lat: 37.5 + metresNorth / 111_195, lng: 127 }, row }])
    }
  }
  return { byName, count: list.length, missing: [] }
}

const levels = (findings: readonly { level: string }[]): string[] => findings.map(({ level }) => level)

describe('coordinates against references', () => {
  const found = (references: References, place: Partial<Place> = {}) => coordinateFindings([cityWith(place)], references)

  it('allow a point 300 m and an area 1,000 m', () => {
    expect(levels(found(rows({ metresNorth: 290 })).findings)).toEqual([])
    expect(levels(found(rows({ metresNorth: 310 })).findings)).toEqual(['error'])
    expect(levels(found(rows({ metresNorth: 990 }), { extent: 'area' }).findings)).toEqual([])
    expect(levels(found(rows({ metresNorth: 1010 }), { extent: 'area' }).findings)).toEqual(['error'])
  })

  it('go by the nearest row of the name, and take far ones for something else', () => {
    expect(levels(found(rows({ metresNorth: 5000 }, { metresNorth: 100 })).findings)).toEqual([])
    expect(found(rows({ metresNorth: 60_000 }))).toMatchObject({ findings: [], compared: 0 })
  })

  it('list what no reference covers', () => {
    expect(found(rows({ name: '도립박물관' })).uncovered.map(({ names }) => names.ko)).toEqual(['시립박물관'])
  })
})

describe('hours against references', () => {
  const found = (references: References, place: Partial<Place> = {}) => hoursFindings([cityWith(place)], references)

  it('agree in silence with any report', () => {
    expect(found(rows({}))).toEqual({ findings: [], compared: 1 })
    expect(found(rows({ close: '17:00', asOf: '2023-01-01' }, {})).findings).toEqual([])
  })

  it('flag one report against us, and fail on two of different days that agree', () => {
    expect(levels(found(rows({ close: '17:00' })).findings)).toEqual(['flag'])
    expect(levels(found(rows({ close: '17:00' }, { close: '17:00' })).findings)).toEqual(['flag'])
    expect(levels(found(rows({ close: '17:00' }, { close: '17:00', asOf: '2024-12-03' })).findings)).toEqual(['error'])
    expect(levels(found(rows({ closed: '매주 화요일' }, { closed: '화', asOf: '2024-12-03' })).findings)).toEqual(['error'])
  })

  it('do not hold a park to the hours of a museum it is also searched by', () => {
    const park: Partial<Place> = {
      category: 'park',
      names: { ko: '시립공원' },
      aliases: ['시립박물관'],
      hours: { kind: 'scheduled', osm: '05:00-22:00' },
    }
    expect(found(rows({}), park).compared).toBe(0)
    expect(levels(found(rows({}), { ...park, category: 'museum' }).findings)).toEqual(['flag', 'flag'])
  })

  it('do not count a report that knows no hours', () => {
    expect(found(rows({ open: '00:00', close: '00:00', closed: '정보 부재' })).findings).toEqual([])
  })

  it('count any season of ours', () => {
    const seasonal: Partial<Place> = {
      hours: { kind: 'scheduled', osm: 'Mar-Oct 09:00-19:00; Nov-Feb 09:00-18:00', closedWeekly: { days: [0], onHoliday: 'open' } },
    }
    expect(found(rows({}), seasonal).findings).toEqual([])
    expect(levels(found(rows({ close: '17:00' }), seasonal).findings)).toEqual(['flag'])
  })
})
