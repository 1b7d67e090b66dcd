import { ATLAS, holidaysOf } from '@yeojeong/atlas'
import { HolidayCalendar, Place, Region } from '@yeojeong/contracts'
import { expect, test } from 'vitest'

test('every region, place and calendar of the atlas passes the schema it crosses the wall by', () => {
  for (const { region, places } of ATLAS) {
    expect(Region.parse(region)).toEqual(region)
    for (const place of places) expect(Place.parse(place)).toEqual(place)
    expect(HolidayCalendar.nullable().parse(holidaysOf(region.countryCode))).toEqual(holidaysOf(region.countryCode))
  }
})
