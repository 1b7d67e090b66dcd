import { describe, expect, test } from 'vitest'
import type { DayView, StopView } from './itinerary-view.ts'
import { dayMapLinks } from './map-links.ts'

type Mode = NonNullable<StopView['leg']>['mode']
/** A day of `count` stops to the north-east of Seoul's city hall, a leg of `mode` before each but the first. */
function day(count: number, mode: Mode, lng = 126.978, name = '경복궁, 1/2'): Pick<DayView, 'stops'> {
  const stops = Array.from({ length: count }, (_, index) => ({
    names: { ko: name, en: 'Palace' },
    position: { lat: 37.5 + index / 100, lng },
    leg: index === 0 ? null : { mode, durationMin: 10 },
  }))
  return { stops: stops as unknown as StopView[] }
}
const link = (app: string, ...args: Parameters<typeof day>): readonly string[] =>
  dayMapLinks(day(...args), 'ko').find((one) => one.app === app)?.urls ?? []

describe('opening a day in a map app', () => {
  test('offers all four in Korea and the two that know the world elsewhere', () => {
    expect(dayMapLinks(day(3, 'walk'), 'ko').map(({ app }) => app)).toEqual(['google', 'apple', 'kakao', 'naver'])
    expect(dayMapLinks(day(3, 'walk', 139.69), 'ko').map(({ app }) => app)).toEqual(['google', 'apple'])
  })
  test('gives each its own documented address', () => {
    expect(link('google', 3, 'walk')).toEqual([
      'https://www.google.com/maps/dir/?api=1&origin=37.5%2C126.978&destination=37.52%2C126.978&travelmode=walking&waypoints=37.51%2C126.978',
    ])
    expect(link('apple', 3, 'car')).toEqual([
      'https://maps.apple.com/directions?source=37.5%2C126.978&destination=37.52%2C126.978&waypoint=37.51%2C126.978&mode=driving',
    ])
    const name = encodeURIComponent('경복궁  1 2')
    expect(link('kakao', 2, 'walk')).toEqual([`https://map.kakao.com/link/by/walk/${name},37.5,126.978/${name},37.51,126.978`])
    expect(new URL(link('naver', 3, 'taxi')[0]!).searchParams.get('v1lat')).toBe('37.51')
    expect(link('naver', 3, 'taxi')[0]).toMatch(/^nmap:\/\/route\/car\?slat=37\.5&.*&dlat=37\.52&.*&appname=yeojeong$/)
  })
  test('splits a day at what the app takes, each piece beginning where the one before ended', () => {
    const urls = link('google', 14, 'car').map((url) => new URL(url).searchParams)
    expect(urls.map((params) => [params.get('origin'), params.get('destination')])).toEqual([
      ['37.5,126.978', '37.6,126.978'],
      ['37.6,126.978', '37.63,126.978'],
    ])
    expect(urls.map((params) => params.get('waypoints')?.split('|').length ?? 0)).toEqual([9, 2])
  })
  test('is leg by leg with public transport, which none of them routes over several stops', () => {
    for (const app of ['google', 'apple', 'kakao', 'naver']) expect(link(app, 4, 'transit')).toHaveLength(3)
  })
  test('needs a way: a day at one spot has none', () => {
    expect(dayMapLinks(day(1, 'walk'), 'en')).toEqual([])
    expect(dayMapLinks({ stops: [...day(1, 'walk').stops, ...day(1, 'walk').stops] }, 'en')).toEqual([])
  })
})
