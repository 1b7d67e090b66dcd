import { distanceM } from '@yeojeong/domain'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { positionOf, toGcj02, toWgs84 } from './position.ts'

describe('a position that cannot be true is none', () => {
  test.each([
    ['0,0', 0, 0],
    ['a hair from 0,0', 0.0004, -0.0004],
    ['no number', Number.NaN, 127],
    ['no number, in words', 'NaN', '127.0'],
    ['nothing', null, undefined],
    ['an empty text', '', ''],
    ['infinity', Infinity, 127],
    ['latitude and longitude of Korea changed over', 126.98, 37.57],
    ['off the globe', 37, 181],
  ])('%s', (_what, lat, lng) => {
    expect(positionOf(lat, lng, 'wgs84')).toBeNull()
  })
  test('changed over where both orders are on the globe: seen by where it was looked for', () => {
    const paris = { lat: 48.8566, lng: 2.3522 }
    expect(positionOf(2.3376, 48.8606, 'wgs84', paris)).toBeNull()
    expect(positionOf(48.8606, 2.3376, 'wgs84', paris)).toEqual({ lat: 48.8606, lng: 2.3376 })
  })
  test('numbers in quotes are numbers, and places on the equator or the meridian are places', () => {
    expect(positionOf('37.57', ' 126.98 ', 'wgs84')).toEqual({ lat: 37.57, lng: 126.98 })
    expect(positionOf(0, 32.5, 'wgs84')).not.toBeNull()
    expect(positionOf(51.48, 0, 'wgs84')).not.toBeNull()
  })
})

describe('Chinese coordinates', () => {
  /** The Meridian Gate of Beijing's palace: surveyed, and as its two national map services put it. */
  const gate = {
    wgs84: { lat: 39.9163, lng: 116.3908 },
    gcj02: { lat: 39.9177, lng: 116.397 },
    bd09: { lat: 39.9239, lng: 116.4034 },
  } as const
  test.each(['gcj02', 'bd09'] as const)('%s becomes WGS84: a shift of half a kilometre is undone', (system) => {
    expect(distanceM(gate[system], gate.wgs84)).toBeGreaterThan(400)
    expect(distanceM(toWgs84(gate[system], system), gate.wgs84)).toBeLessThan(60)
  })
  test('the shift is undone to less than a metre anywhere in China', () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 50, noNaN: true }), fc.double({ min: 80, max: 130, noNaN: true }), (lat, lng) => {
        expect(distanceM(toWgs84(toGcj02({ lat, lng }), 'gcj02'), { lat, lng })).toBeLessThan(1)
      }),
    )
  })
})
