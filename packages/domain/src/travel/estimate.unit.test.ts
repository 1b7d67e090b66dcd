import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LatLng } from '../geo.ts'
import type { LegMode } from '../plan/plan.ts'
import { along } from './curve.ts'
import { estimateLeg, walkPaceOf } from './estimate.ts'
import { DEFAULT_TRAVEL, travelProfileOf } from './profile.ts'

const JONGNO: LatLng = { lat: 37.5729, lng: 126.9794 }
const MODES: readonly LegMode[] = ['walk', 'transit', 'car', 'taxi']
const PROFILES = [DEFAULT_TRAVEL, travelProfileOf('jeju')]
/** A point so many straight kilometres north. */
const north = (km: number): LatLng => ({ lat: JONGNO.lat + km / 111.195, lng: JONGNO.lng })
const leg = (km: number, mode: LegMode, profile = DEFAULT_TRAVEL) => estimateLeg(JONGNO, north(km), mode, profile)

const mode = fc.constantFrom(...MODES)
const profile = fc.constantFrom(...PROFILES)
const km = fc.double({ min: 0.01, max: 80, noNaN: true })
const point = fc.record({ lat: fc.double({ min: 33, max: 38, noNaN: true }), lng: fc.double({ min: 126, max: 129, noNaN: true }) })

describe('travel estimates', () => {
  it('never get shorter as the distance grows', () => {
    fc.assert(
      fc.property(km, km, mode, profile, (a, b, by, where) => {
        const [near, far] = [leg(Math.min(a, b), by, where), leg(Math.max(a, b), by, where)]
        return near.durationMin <= far.durationMin && near.distanceM <= far.distanceM && near.walkM <= far.walkM
      }),
    )
  })

  it('are the same in both directions', () => {
    fc.assert(
      fc.property(point, point, mode, profile, (a, b, by, where) => {
        expect(estimateLeg(a, b, by, where)).toEqual(estimateLeg(b, a, by, where))
      }),
    )
  })

  it('are whole minutes and metres, and walk no more than they travel', () => {
    fc.assert(
      fc.property(km, mode, profile, (d, by, where) => {
        const { durationMin, distanceM, walkM } = leg(d, by, where)
        return [durationMin, distanceM, walkM].every(Number.isInteger) && durationMin >= 1 && walkM <= distanceM && distanceM >= d * 999
      }),
    )
  })

  it('give a vehicle at least five minutes and a minute a kilometre from one kilometre on', () => {
    fc.assert(
      fc.property(km, fc.constantFrom<LegMode>('transit', 'car', 'taxi'), fc.integer({ min: 0, max: 2000 }), (d, by, departMin) => {
        const { durationMin, distanceM } = estimateLeg(JONGNO, north(d), by, DEFAULT_TRAVEL, { departMin })
        return distanceM < 1000 || durationMin >= Math.max(5, distanceM / 1000)
      }),
    )
    const rocket = {
      ...DEFAULT_TRAVEL,
      drive: {
        ...DEFAULT_TRAVEL.drive,
        startMin: 0,
        minutes: [
          [0, 0],
          [100, 10],
        ] as const,
      },
    }
    expect(leg(1, 'car', rocket).durationMin).toBe(5)
    expect(leg(50, 'car', rocket).durationMin).toBeGreaterThanOrEqual(leg(50, 'car', rocket).distanceM / 1000)
  })

  it('make walking beat transit only over short ways', () => {
    const faster = (d: number): boolean => leg(d, 'walk').durationMin < leg(d, 'transit').durationMin
    expect([0.2, 0.6, 1, 1.2].map(faster)).toEqual([true, true, true, true])
    expect([1.6, 2, 5, 20].map(faster)).toEqual([false, false, false, false])
  })

  it('cost nothing where nothing moves', () => {
    for (const by of MODES) expect(estimateLeg(JONGNO, JONGNO, by, DEFAULT_TRAVEL)).toEqual({ durationMin: 0, distanceM: 0, walkM: 0 })
  })

  it('slow a walk by the party, and a transit leg by its walked part only', () => {
    const slowly = (by: LegMode) => estimateLeg(JONGNO, north(3), by, DEFAULT_TRAVEL, { walkPace: 0.5 }).durationMin
    expect(slowly('walk')).toBeGreaterThanOrEqual(2 * leg(3, 'walk').durationMin - 1)
    expect(slowly('transit') - leg(3, 'transit').durationMin).toBeGreaterThanOrEqual(8)
    expect(slowly('transit') - leg(3, 'transit').durationMin).toBeLessThanOrEqual(9)
    expect(slowly('car')).toBe(leg(3, 'car').durationMin)
  })

  it('let a taxi take the drive and the wait for it', () => {
    expect(leg(6, 'taxi').durationMin).toBe(leg(6, 'car').durationMin + DEFAULT_TRAVEL.taxi.waitMin)
  })

  it('drive faster at night than by day, and no later departure overtakes an earlier one', () => {
    const at = (departMin: number): number => estimateLeg(JONGNO, north(8), 'car', DEFAULT_TRAVEL, { departMin }).durationMin
    expect(at(13 * 60)).toBe(leg(8, 'car').durationMin)
    expect(at(4 * 60)).toBeLessThan(at(13 * 60))
    expect(at(4 * 60 + 1440)).toBe(at(4 * 60))
    for (let minute = 0; minute < 1500; minute += 5) expect(minute + 5 + at(minute + 5)).toBeGreaterThanOrEqual(minute + at(minute))
  })

  it('know that Jeju has only buses, and drives like everywhere', () => {
    expect(leg(20, 'transit', travelProfileOf('jeju')).durationMin).toBeGreaterThan(leg(20, 'transit').durationMin)
    expect(leg(20, 'car', travelProfileOf('jeju'))).toEqual(leg(20, 'car'))
    expect(travelProfileOf('toString')).toBe(DEFAULT_TRAVEL)
  })

  it.each([
    [2.8, 26, 29],
    [6.7, 35, 36],
  ])('put a %s km transit leg in Seoul near the routed %s to %s minutes', (d, low, high) => {
    expect(leg(d, 'transit').durationMin).toBeGreaterThanOrEqual(low)
    expect(leg(d, 'transit').durationMin).toBeLessThanOrEqual(high)
  })
})

describe('curves', () => {
  it('pass through their points and go on with the last slope', () => {
    const curve = [
      [0, 0],
      [1, 2],
      [3, 3],
    ] as const
    expect([0, 0.5, 1, 2, 3, 5].map((x) => along(curve, x))).toEqual([0, 1, 2, 2.5, 3, 4])
  })
})

describe('a party', () => {
  it('walks as its slowest member and never faster than an adult', () => {
    const adult = { age: 40, mobility: 'full' } as const
    expect(walkPaceOf([adult])).toBe(1)
    expect(walkPaceOf([])).toBe(1)
    expect(walkPaceOf([adult, { age: 72, mobility: 'slow' }])).toBe(0.65)
    expect(walkPaceOf([adult, { age: 6, mobility: 'full' }])).toBe(0.75)
    expect(walkPaceOf([{ age: 1, mobility: 'stroller' }, adult])).toBeLessThan(1)
  })
})
