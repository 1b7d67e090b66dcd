import { ATLAS, holidaysOf, placesOf, regionById } from '@yeojeong/atlas'
import type { PlaceQuery } from '@yeojeong/contracts'
import { distanceM, openIntervals, toLocal, type Place } from '@yeojeong/domain'
import { nameMatch, normalise } from './name-match.ts'

/** Places that satisfy every filter, best name match first, then the ones travellers would miss most, then the nearest. */
export function searchAtlas(query: PlaceQuery): readonly Place[] {
  const pool = query.regionId === undefined ? ATLAS.flatMap(({ places }) => places) : placesOf(query.regionId)
  const question = normalise(query.query ?? '')
  return pool
    .map((place) => ({ place, match: nameMatch(place, question), away: query.near === undefined ? 0 : distanceM(place.position, query.near) }))
    .filter(({ place, match, away }) => match > 0 && away <= (query.radiusM ?? Infinity) && satisfies(place, query))
    .toSorted((a, b) => b.match - a.match || (question === '' && query.near !== undefined ? a.away - b.away : 0) || b.place.prominence - a.place.prominence || a.away - b.away || (a.place.id < b.place.id ? -1 : 1))
    .slice(0, query.limit)
    .map(({ place }) => place)
}

function satisfies(place: Place, query: PlaceQuery): boolean {
  if (query.categories !== undefined && query.categories.length > 0 && !query.categories.includes(place.category)) return false
  if (query.stepFree === true && place.stepFree !== 'yes') return false
  if (query.childFriendly === true && place.childFriendly !== true) return false
  if (query.diet !== undefined && place.food?.diets.includes(query.diet) !== true) return false
  return query.openAt === undefined || isOpenAt(place, Date.parse(query.openAt))
}

/** Can one still enter at that instant? Also looks at yesterday's opening, which may run past midnight. */
function isOpenAt(place: Place, instantMs: number): boolean {
  const region = regionById(place.regionId)
  if (region === null) return false
  const calendar = holidaysOf(region.countryCode)
  return [0, 1].some((daysAgo) => {
    const { date, minute } = toLocal(instantMs - daysAgo * 86_400_000, region.timeZone)
    const intervals = openIntervals(place.hours, date, calendar)
    const at = minute + daysAgo * 1440
    return intervals !== 'unknown' && intervals.some(({ open, lastEntry }) => open <= at && at <= lastEntry)
  })
}
