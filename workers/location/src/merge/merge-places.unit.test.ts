import type { Place } from '@yeojeong/contracts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergePlaces } from './merge-places.ts'

const SEOUL = { lat: 37.5796, lng: 126.977 }
/** Metres to degrees of latitude. */
const north = (metres: number) => ({ lat: SEOUL.lat + metres / 111_195, lng: SEOUL.lng })

function place(provider: string, id: string, more: Partial<Place> = {}): Place {
  return {
    id: `plc_${provider}_${id}`,
    regionId: 'world',
    names: { ko: '경복궁' },
    position: SEOUL,
    extent: 'point',
    category: 'palace',
    prominence: 1,
    hours: { kind: 'unknown' },
    stay: { min: 60, ideal: 90, max: 150 },
    price: 'unknown',
    stepFree: 'unknown',
    stroller: 'unknown',
    indoor: 'outdoor',
    effort: 2,
    insideWalkM: 1500,
    sources: { '*': { source: provider, asOf: '2026-11-20' }, stay: { source: 'usual for its category', asOf: '2026-11-20' } },
    ...more,
  }
}
const edited = (more: Partial<Place> = {}): Place =>
  place('seoul', 'gyeongbokgung', {
    regionId: 'seoul',
    names: { ko: '경복궁', en: 'Gyeongbokgung Palace', ja: '景福宮' },
    extent: 'area',
    prominence: 5,
    stay: { min: 70, ideal: 120, max: 200 },
    sources: { '*': { source: 'editors', asOf: '2026-10-01' } },
    ...more,
  })

const hours = (osm: string): Place['hours'] => ({ kind: 'scheduled', osm })
const only = (places: readonly Place[]): Place => {
  expect(places).toHaveLength(1)
  return places[0]!
}

describe('the same place from two providers', () => {
  test('becomes one, in any language, with the editors’ judgement and id', () => {
    const google = place('google', 'ChIJx', {
      names: { ja: '景福宮' },
      position: north(200),
      rating: { value: 4.6, count: 12, source: 'google', asOf: '2026-11-20' },
    })
    const merged = only(mergePlaces([[google], [edited()]]))
    expect(merged).toMatchObject({
      id: 'plc_seoul_gyeongbokgung',
      sameAs: ['plc_google_ChIJx'],
      prominence: 5,
      regionId: 'seoul',
      rating: { value: 4.6, source: 'google' },
      stay: { ideal: 120 },
    })
  })
  test('keeps for every fact its source and its age', () => {
    const google = place('google', 'ChIJx', { hours: hours('Mo-Su 09:00-18:00'), stepFree: 'partly' })
    const merged = only(mergePlaces([[google], [edited({ price: 'free' })]]))
    expect(merged.sources).toMatchObject({
      '*': { source: 'editors', asOf: '2026-10-01' },
      hours: { source: 'google', asOf: '2026-11-20' },
      access: { source: 'google' },
    })
    expect(merged.sources['price']).toBeUndefined()
  })
  test('with hours that differ: the newer word, and a flag', () => {
    const google = place('google', 'ChIJx', { hours: hours('We-Mo 10:00-17:00') })
    const merged = only(mergePlaces([[google], [edited({ hours: hours('We-Mo 09:00-18:00') })]]))
    expect(merged).toMatchObject({ hours: { osm: 'We-Mo 10:00-17:00' }, conflicts: ['hours'] })
  })
  test('with hours that agree, however written: the fuller account, and no flag', () => {
    const full: Place['hours'] = { kind: 'scheduled', osm: 'We-Mo 09:00-18:00', lastEntryMin: 60 }
    const merged = only(
      mergePlaces([[place('google', 'ChIJx', { hours: hours('We,Th,Fr,Sa,Su,Mo 09:00-18:00') })], [edited({ hours: full })]]),
    )
    expect(merged.hours).toEqual(full)
    expect(merged.conflicts).toBeUndefined()
  })
  test('of which one says it closed for good disappears; an older such word does not outweigh a newer one', () => {
    const closed = place('google', 'ChIJx', { businessStatus: 'closed-permanently' })
    expect(mergePlaces([[closed], [edited()]])).toEqual([])
    const reopened = place('osm', 'n1', { businessStatus: 'operational', sources: { '*': { source: 'osm', asOf: '2026-11-21' } } })
    expect(only(mergePlaces([[closed], [reopened]]))).toMatchObject({ businessStatus: 'operational', conflicts: ['businessStatus'] })
  })
  test('with a step at the door by one account has a step at the door, flagged', () => {
    const merged = only(mergePlaces([[place('osm', 'n1', { stepFree: 'no' })], [edited({ stepFree: 'yes' })]]))
    expect(merged).toMatchObject({ stepFree: 'no', conflicts: ['access'] })
  })
})

describe('two places stay two', () => {
  test.each([
    ['one name, far apart', place('google', 'a', { position: north(700) })],
    ['one spot, other names', place('google', 'a', { names: { ko: '국립고궁박물관' } })],
    [
      'a sight and a restaurant of that name',
      place('google', 'a', { category: 'restaurant', food: { cuisine: 'korean', serves: {}, diets: [], meals: [] } }),
    ],
    ['a gate and the square before it', place('google', 'a', { names: { ko: '경복궁광장' }, category: 'park', position: north(90) })],
  ])('%s', (_what, other) => {
    expect(mergePlaces([[place('kakao', '1')], [other]])).toHaveLength(2)
  })
  test('where one provider lists both', () => {
    expect(mergePlaces([[place('kakao', '1'), place('kakao', '2')], [place('google', 'a')]])).toHaveLength(2)
  })
})

const NAMES = ['경복궁', '창덕궁', '북촌한옥마을', 'Gyeongbokgung', 'Changdeokgung', '토속촌 삼계탕'] as const
const anyPlace = (provider: string) =>
  fc
    .record({
      n: fc.nat(30),
      name: fc.constantFrom(...NAMES),
      metres: fc.integer({ min: 0, max: 3_000 }),
      area: fc.boolean(),
      food: fc.boolean(),
      status: fc.constantFrom(undefined, 'operational', 'closed-temporarily', 'closed-permanently'),
      stepFree: fc.constantFrom('yes', 'partly', 'no', 'unknown'),
      rating: fc.option(fc.integer({ min: 10, max: 50 })),
      day: fc.integer({ min: 1, max: 28 }),
      osm: fc.constantFrom(null, 'Mo-Su 09:00-18:00', 'We-Mo 10:00-17:00'),
    })
    .map((raw) =>
      place(provider, String(raw.n), {
        names: /^[A-Z]/.test(raw.name) ? { en: raw.name } : { ko: raw.name },
        position: north(raw.metres),
        extent: raw.area ? 'area' : 'point',
        category: raw.food ? 'restaurant' : 'palace',
        stepFree: raw.stepFree as Place['stepFree'],
        ...(raw.osm === null ? {} : { hours: hours(raw.osm) }),
        ...(raw.status === undefined ? {} : { businessStatus: raw.status as NonNullable<Place['businessStatus']> }),
        ...(raw.rating === null ? {} : { rating: { value: raw.rating / 10, source: provider, asOf: '2026-11-20' } }),
        sources: { '*': { source: provider, asOf: `2026-11-${String(raw.day).padStart(2, '0')}` } },
      }),
    )
const list = (provider: string) => fc.uniqueArray(anyPlace(provider), { maxLength: 12, selector: ({ id }) => id })
const lists = fc.tuple(list('kakao'), list('google'), list('osm'))
const idsOf = (one: Place): string[] => [one.id, ...(one.sameAs ?? [])]

describe('whatever providers say', () => {
  test('no place is there twice, and none that is still in business by all accounts is lost', () => {
    fc.assert(
      fc.property(lists, (answers) => {
        const ids = mergePlaces(answers).flatMap(idsOf)
        expect(new Set(ids).size).toBe(ids.length)
        const closed = answers.flat().some(({ businessStatus }) => businessStatus === 'closed-permanently')
        if (!closed) expect(new Set(ids)).toEqual(new Set(answers.flat().map(({ id }) => id)))
      }),
    )
  })
  test('merging what is merged changes nothing', () => {
    fc.assert(
      fc.property(lists, (answers) => {
        expect(mergePlaces([mergePlaces(answers)])).toEqual(mergePlaces(answers))
      }),
    )
  })
  test('an answer merged with itself is itself', () => {
    fc.assert(
      fc.property(list('kakao'), (answer) => {
        expect(mergePlaces([answer, answer])).toEqual(mergePlaces([answer]))
      }),
    )
  })
  test('the order within an answer does not matter', () => {
    const asSets = (places: readonly Place[]) => places.map((one) => JSON.stringify(idsOf(one).toSorted())).toSorted()
    fc.assert(
      fc.property(list('kakao'), list('google'), (a, b) => {
        expect(asSets(mergePlaces([a.toReversed(), b.toReversed()]))).toEqual(asSets(mergePlaces([a, b])))
      }),
    )
  })
  test('no fact is made up: ratings, hours and access are those of a source, and a yes is nobody else’s no', () => {
    fc.assert(
      fc.property(lists, (answers) => {
        const all = new Map(answers.flat().map((one) => [one.id, one]))
        for (const merged of mergePlaces(answers)) {
          const members = idsOf(merged).map((id) => all.get(id)!)
          expect(members.map(({ rating }) => rating)).toContainEqual(merged.rating)
          expect(members.map(({ hours: told }) => told)).toContainEqual(merged.hours)
          expect(members.map(({ stepFree }) => stepFree)).toContain(merged.stepFree)
          if (merged.stepFree === 'yes') expect(members.some(({ stepFree }) => stepFree === 'no')).toBe(false)
          expect(merged.businessStatus).not.toBe('closed-permanently')
        }
      }),
    )
  })
})
