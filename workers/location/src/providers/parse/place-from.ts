import { FoundPlace, type Place } from '@yeojeong/contracts'
import { isFood, parseHours, type HoursSpec } from '@yeojeong/domain'
import { redact } from '@yeojeong/worker-kit'
import type { Provenance } from '../adapter.ts'
import { USUAL, usualMeals } from './usual.ts'

/** The region of a place nobody has assigned to one yet; the service does so by position. */
export const NO_REGION = 'world'

/** Our id for a provider's; null where theirs has characters an id of ours can't. */
function placeIdOf(providerId: string, theirs: string): string | null {
  const id = `plc_${providerId}_${theirs}`
  return /^plc_[a-z0-9][A-Za-z0-9_-]{1,119}$/.test(id) ? id : null
}

/** The provider's own ids among ours; ids of others are left out. */
export function theirIds(providerId: string, ours: readonly string[]): string[] {
  const prefix = `plc_${providerId}_`
  return ours.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length))
}

/** What a provider said of a place as one of ours. Whatever it did not say is unknown, and what we assume says that it is assumed. */
export function placeFrom(found: FoundPlace, regionId: string | undefined, by: Provenance): Place | null {
  const id = placeIdOf(by.providerId, found.id)
  if (id === null || Object.keys(found.names).length === 0) return null
  const source = { source: by.providerId, asOf: by.asOf }
  const { category, food, rating, url } = found
  return {
    id,
    regionId: regionId ?? NO_REGION,
    names: found.names,
    ...(found.aliases === undefined || found.aliases.length === 0 ? {} : { aliases: found.aliases }),
    position: found.position,
    category,
    prominence: found.prominence ?? 1,
    hours: readable(found.hours),
    price: found.free === true ? 'free' : 'unknown',
    stepFree: found.stepFree ?? 'unknown',
    stroller: 'unknown',
    ...USUAL[category],
    ...(found.childFriendly === undefined ? {} : { childFriendly: found.childFriendly }),
    ...(isFood(category)
      ? { food: { cuisine: food?.cuisine ?? 'unknown', serves: {}, diets: food?.diets ?? [], meals: usualMeals(category) } }
      : {}),
    ...(found.address === undefined ? {} : { address: found.address }),
    ...(url === undefined || !/^https?:\/\//.test(url) ? {} : { url: redact(url) }),
    ...(rating === undefined
      ? {}
      : { rating: { value: rating.value, ...(rating.count === undefined ? {} : { count: rating.count }), ...source } }),
    ...(found.businessStatus === undefined ? {} : { businessStatus: found.businessStatus }),
    sources: { '*': source, stay: { source: 'usual for its category', asOf: by.asOf } },
  }
}

/** Hours our grammar can't read are unknown hours: a guess would send somebody to a closed door. */
function readable(hours: HoursSpec | undefined): HoursSpec {
  if (hours === undefined || (hours.kind === 'scheduled' && !parseHours(hours.osm).ok)) return { kind: 'unknown' }
  return hours
}
