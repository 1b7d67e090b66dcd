import type { Place } from '@yeojeong/domain'
import type { City, Region } from './author.ts'
import { busan } from './cities/busan.ts'
import { gyeongju } from './cities/gyeongju.ts'
import { jeju } from './cities/jeju.ts'
import { kyoto } from './cities/kyoto.ts'
import { osaka } from './cities/osaka.ts'
import { paris } from './cities/paris.ts'
import { seoul } from './cities/seoul.ts'
import { singapore } from './cities/singapore.ts'
import { taipei } from './cities/taipei.ts'
import { tokyo } from './cities/tokyo.ts'

export type { City, Region } from './author.ts'
export { holidaysOf } from './holidays.ts'

/** Every city the atlas covers, in the order they are offered. */
export const ATLAS: readonly City[] = [seoul, busan, jeju, gyeongju, tokyo, kyoto, osaka, taipei, singapore, paris]

const regions: ReadonlyMap<string, City> = new Map(ATLAS.map((city) => [city.region.id, city]))
const places: ReadonlyMap<string, Place> = new Map(ATLAS.flatMap((city) => city.places.map((place) => [place.id, place])))

export function regionById(regionId: string): Region | null {
  return regions.get(regionId)?.region ?? null
}

/** The places of a region; none for a region the atlas does not cover. */
export function placesOf(regionId: string): readonly Place[] {
  return regions.get(regionId)?.places ?? []
}

export function placeById(placeId: string): Place | null {
  return places.get(placeId) ?? null
}
