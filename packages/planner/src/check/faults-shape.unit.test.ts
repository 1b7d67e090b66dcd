import { describe, expect, it } from 'vitest'
import { placeIn, replacePlace, stopAt, stopOn, type Draft } from './fixture/draft.ts'
import { expectCaught, unplanted, type Fault } from './fixture/fault.ts'

const STRUCTURE: readonly Fault[] = [
  ['day-count', 'the last day is left out', ({ plan }) => void plan.days.pop()],
  [
    'day-count',
    'a day too many',
    ({ plan }) => void plan.days.push({ ...structuredClone(plan.days[2] as (typeof plan.days)[0]), index: 3, date: '2026-05-07' }),
  ],
  ['day-date', 'a wrong date', ({ plan }) => void ((plan.days[1] as (typeof plan.days)[0]).date = '2026-05-06')],
  ['day-date', 'a wrong index', ({ plan }) => void ((plan.days[1] as (typeof plan.days)[0]).index = 2)],
  ['day-empty', 'a day without stops', ({ plan }) => void ((plan.days[1] as (typeof plan.days)[0]).stops = [])],
  ['stop-id', 'one id for two stops', (draft) => void (stopAt(draft, 'museum').id = stopAt(draft, 'palace').id)],
  ['stop-id', 'a stop without an id', (draft) => void (stopAt(draft, 'museum').id = '')],
  ['day-start-place', 'the trip does not begin at the arrival point', ({ plan }) => void plan.days[0]?.stops.shift()],
  ['day-start-place', 'a day does not begin where the night was slept', ({ plan }) => void plan.days[1]?.stops.shift()],
  ['day-end-place', 'a day ends away from the lodging', ({ plan }) => void plan.days[1]?.stops.pop()],
  ['day-end-place', 'the trip does not end at the departure point', ({ plan }) => void plan.days[2]?.stops.pop()],
  ['anchor-order', 'a departure in the middle', (draft) => void (stopOn(draft, 1, 3).kind = 'departure')],
  [
    'lodging-night',
    'a lodging that is slept in on other nights',
    (draft) => {
      draft.brief.lodgings.push({
        ...structuredClone(draft.brief.lodgings[0] as Draft['brief']['lodgings'][0]),
        id: 'ldg_later',
        firstNight: '2026-06-01',
        lastNight: '2026-06-02',
      })
      stopOn(draft, 1, 3).refId = 'ldg_later'
    },
  ],
  ['before-arrival', 'the first day begins before the party is free', (draft) => void (draft.brief.arrival.minute = 631)],
  [
    'after-departure',
    'at the station one minute late',
    (draft) => void (draft.brief.departure.minute = stopOn(draft, 2, -1).arriveMin - 1),
  ],
  ['stop-shape', 'a meal that is none of the meals', (draft) => void (stopAt(draft, 'rice-house').meal = null)],
  ['stop-shape', 'a sight called lunch', (draft) => void (stopAt(draft, 'museum').meal = 'lunch')],
]

const GROUNDING: readonly Fault[] = [
  ['place-unknown', 'a place that does not exist', (draft) => void (stopAt(draft, 'museum').refId = 'plc_town_dreamland')],
  ['place-unknown', 'a sight at no place', (draft) => void (stopAt(draft, 'museum').refId = null)],
  ['place-region', 'a place of another city', (draft) => void replacePlace(draft, 'park', 'elsewhere')],
  ['name-mismatch', 'another name', (draft) => void (stopAt(draft, 'museum').names = { en: 'The musem', ko: '마을 museum' })],
  [
    'name-mismatch',
    'a name in a language nobody vouched for',
    (draft) => void (stopAt(draft, 'museum').names = { ...stopAt(draft, 'museum').names, ja: '博物館' }),
  ],
  ['name-mismatch', 'a lodging by another name', (draft) => void (stopOn(draft, 1, 0).names = { en: 'Palace Hotel' })],
  ['position-mismatch', 'a sight 20 m off', (draft) => void (stopAt(draft, 'museum').position.lat += 0.0002)],
  ['position-mismatch', 'the station somewhere else', (draft) => void (stopOn(draft, 0, 0).position.lat += 0.001)],
  ['open-mismatch', 'longer hours than the place keeps', (draft) => void ((stopAt(draft, 'museum').open as { close: number }).close += 60)],
  ['open-mismatch', 'a later last entry', (draft) => void ((stopAt(draft, 'palace').open as { lastEntry: number }).lastEntry += 30)],
  [
    'open-mismatch',
    'an opening where there is no gate',
    (draft) => void (stopAt(draft, 'park').open = { open: 0, close: 1440, lastEntry: 1440 }),
  ],
  ['hours-known', 'unknown hours called known', (draft) => void (stopAt(draft, 'gallery').hoursKnown = true)],
  [
    'hours-known',
    'hours the checker cannot read called known',
    (draft) => void (placeIn(draft, 'museum').hours = { kind: 'scheduled', osm: 'sunrise-sunset' }),
  ],
  ['hours-unsaid', 'known hours called unknown are said', (draft) => void (stopAt(draft, 'museum').hoursKnown = false)],
  ['cost-mismatch', 'a ticket too few', (draft) => void (stopAt(draft, 'tower').cost = { amount: 32_000, currency: 'KRW' })],
  ['cost-mismatch', 'the child pays as an adult', (draft) => void (stopAt(draft, 'palace').cost = { amount: 6_000, currency: 'KRW' })],
  [
    'cost-mismatch',
    'an amount where the price is unknown',
    (draft) => void (stopAt(draft, 'gallery').cost = { amount: 0, currency: 'KRW' }),
  ],
  ['cost-mismatch', 'a known price called unknown', (draft) => void (stopAt(draft, 'tower').cost = null)],
  [
    'cost-mismatch',
    'the right amount in another currency',
    (draft) => void (stopAt(draft, 'tower').cost = { amount: 48_000, currency: 'JPY' }),
  ],
  ['place-twice', 'the same sight on two days', (draft) => void replacePlace(draft, 'park', 'museum')],
  ['place-twice', 'two dinners at one restaurant', (draft) => void replacePlace(draft, 'rice-house', 'noodle-bar')],
  [
    'place-twice',
    'one sight by the alias of another',
    (draft) => {
      const museum = placeIn(draft, 'museum')
      draft.places.push({ ...museum, id: 'plc_town_museum-3', names: { ja: '博物館' }, aliases: ['The Museum'] })
      Object.assign(stopAt(draft, 'park'), { refId: 'plc_town_museum-3' })
    },
  ],
  [
    'place-twice',
    'one sight under two ids',
    (draft) => {
      draft.places.push({ ...placeIn(draft, 'museum'), id: 'plc_town_museum-2', names: { en: 'the MUSEUM!' } })
      Object.assign(stopAt(draft, 'park'), { refId: 'plc_town_museum-2' })
    },
  ],
]

const FAULTS: readonly Fault[] = [...STRUCTURE, ...GROUNDING]

describe('a planted fault is caught by the rule it breaks', () => {
  it.each(FAULTS)('%s: %s', (...fault) => expectCaught(fault))

  it('has a fault for every rule of structure and grounding', () => {
    expect(unplanted(FAULTS, ['structure', 'grounding'])).toEqual([])
  })
})
