import { ATLAS, holidaysOf } from '@yeojeong/atlas'
import { openIntervals, type OpenInterval } from '@yeojeong/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shiftDate } from './calendar.ts'
import { anyHours } from './fixture/hours-maker.ts'
import { hoursOn, type DayHours } from './hours.ts'

const FIRST_DATE = '2026-09-01'
const DATES = Array.from({ length: 400 }, (_, index) => shiftDate(FIRST_DATE, index))

const written = (openings: readonly OpenInterval[] | 'unknown'): string =>
  typeof openings === 'string' ? openings : openings.map(({ open, close, lastEntry }) => `${open}-${close}<${lastEntry}`).join(' ')
/** The domain says of open land that it opens for the whole day; the checker says it has no gate. */
const asDomain = (hours: DayHours): string => written(hours === 'always' ? [{ open: 0, close: 1440, lastEntry: 1440 }] : hours)

describe('two readings of the same hours, written apart', () => {
  it.each(ATLAS.map((city) => [city.region.id, city] as const))('agree on every place and date of %s', (_id, { region, places }) => {
    const holidays = holidaysOf(region.countryCode)
    const differences = places.flatMap(({ id, hours }) =>
      DATES.flatMap((date) => {
        const [domain, checker] = [written(openIntervals(hours, date, holidays)), asDomain(hoursOn(hours, date, holidays))]
        return domain === checker ? [] : [`${id} ${date}: domain ${domain}, checker ${checker}`]
      }),
    )
    expect(places.length).toBeGreaterThan(0)
    expect(differences.slice(0, 20)).toEqual([])
  })

  it.each(ATLAS.map((city) => [city.region.id, city] as const))(
    'know all scheduled hours of %s while holidays are known',
    (_id, { region, places }) => {
      const holidays = holidaysOf(region.countryCode)
      const unread = places.filter(({ hours }) => hours.kind === 'scheduled' && hoursOn(hours, FIRST_DATE, holidays) === 'unknown')
      expect(unread.map(({ id }) => id)).toEqual([])
    },
  )

  it('agree on hours nobody would write, on any date, with holidays and without', () => {
    const dates = fc.integer({ min: 0, max: 365 * 4 }).map((days) => shiftDate('2025-12-01', days))
    const agreed = fc.property(anyHours, fc.array(dates, { minLength: 10, maxLength: 10 }), fc.boolean(), (hours, on, isTabled) => {
      const holidays = isTabled ? holidaysOf('KR') : null
      for (const date of on) expect(asDomain(hoursOn(hours, date, holidays))).toBe(written(openIntervals(hours, date, holidays)))
    })
    fc.assert(agreed, { seed: 20261122, numRuns: 2_000 })
  })
})
