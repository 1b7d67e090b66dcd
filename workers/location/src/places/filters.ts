import type { CallContext, HolidayCalendar, Place, PlaceQuery, Region } from '@yeojeong/contracts'
import { canEnterAt, distanceM, meets } from '@yeojeong/domain'
import type { Deps } from '../deps.ts'
import { holidays } from './holidays.ts'
import { regions } from './regions.ts'

export type Filter = (place: Place) => boolean

/** What every place of an answer satisfies, whoever named it: providers pass over filters they do not know. Unknown is not yes. */
export async function filterOf(deps: Deps, ctx: CallContext, query: PlaceQuery, region: Region | null): Promise<Filter> {
  const { near, radiusM, categories, openAt } = query
  const open = openAt === undefined ? null : await openFilter(deps, ctx, Date.parse(openAt), region)
  return (place) =>
    (near === undefined || radiusM === undefined || distanceM(place.position, near) <= radiusM) &&
    (categories === undefined || categories.length === 0 || categories.includes(place.category)) &&
    meets(place, query) &&
    (open === null || open(place))
}

/** Hours are local: a place in no region we know the time zone of is not known to be open. */
async function openFilter(deps: Deps, ctx: CallContext, instantMs: number, region: Region | null): Promise<Filter> {
  const found = region === null ? await regions(deps, ctx) : null
  const zones = region !== null ? [region] : found?.ok === true ? found.value : []
  const byCountry = new Map<string, Promise<HolidayCalendar | null>>()
  for (const { countryCode } of zones)
    if (!byCountry.has(countryCode))
      byCountry.set(
        countryCode,
        holidays(deps, ctx, countryCode).then((answer) => (answer.ok ? answer.value : null)),
      )
  const calendars = new Map(await Promise.all([...byCountry].map(async ([country, calendar]) => [country, await calendar] as const)))
  return ({ regionId, hours }) => {
    const zone = zones.find(({ id }) => id === regionId)
    return zone !== undefined && canEnterAt(hours, instantMs, zone.timeZone, calendars.get(zone.countryCode) ?? null)
  }
}
