import { LANGUAGES, type Language } from '@yeojeong/domain'
import { seeded } from '@yeojeong/domain/testing'
import type { PlaceQuery } from '@yeojeong/contracts'

/** A seeded day of use: what is asked, about where, and when. */
export type Ask =
  | { readonly at: number; readonly kind: 'search'; readonly query: PlaceQuery }
  | { readonly at: number; readonly kind: 'plan'; readonly regionId: string; readonly countryCode: string; readonly lastingFrom: number }

export type Destination = { readonly id: string; readonly countryCode: string; readonly lat: number; readonly lng: number }

/** By popularity. */
const DESTINATIONS: readonly Destination[] = [
  { id: 'seoul', countryCode: 'KR', lat: 37.566, lng: 126.978 },
  { id: 'tokyo', countryCode: 'JP', lat: 35.681, lng: 139.767 },
  { id: 'jeju', countryCode: 'KR', lat: 33.38, lng: 126.55 },
  { id: 'busan', countryCode: 'KR', lat: 35.158, lng: 129.06 },
  { id: 'osaka', countryCode: 'JP', lat: 34.693, lng: 135.502 },
  { id: 'kyoto', countryCode: 'JP', lat: 35.011, lng: 135.768 },
  { id: 'taipei', countryCode: 'TW', lat: 25.041, lng: 121.543 },
  { id: 'gyeongju', countryCode: 'KR', lat: 35.84, lng: 129.21 },
  { id: 'paris', countryCode: 'FR', lat: 48.857, lng: 2.352 },
  { id: 'singapore', countryCode: 'SG', lat: 1.29, lng: 103.852 },
]

export const PLANS = 1_000
const SEARCHES = 20_000
export const DAY_MS = 86_400_000

/** Share of the day's use by hour, UTC: people in Korea and Japan plan in the evening (11 … 15 UTC) and hardly at night. */
const BY_HOUR = [5, 5, 5, 6, 6, 5, 5, 5, 5, 6, 7, 9, 10, 10, 8, 5, 3, 2, 1, 1, 1, 2, 3, 4]
/** In the same order as LANGUAGES: ko, en, ja, zh. */
const BY_LANGUAGE = [60, 20, 12, 8]
/** What the pages offer to look for at one's destination, most used first. */
const CHIPS = ['restaurant', 'cafe', 'market', 'museum', 'palace', 'park', 'shopping', 'viewpoint'] as const
/** Of the names people type, those of places that are in no atlas of ours: a bar somebody told them of. An assumption. */
const ELSEWHERE = 0.15
/** How many such places there are, by destination. */
const UNHEARD_OF = 200
/** Neighbourhoods people stay in. */
const AREAS = 6

/** An index below `weights.length`, by weight. */
function pick(weights: readonly number[], next: () => number): number {
  let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
  for (let at = 0; at < weights.length; at++) if ((left -= weights[at]!) < 0) return at
  return weights.length - 1
}

/** Zipf with exponent 1: the n-th is asked for 1/n as often as the first. */
const zipf = (count: number): number[] => Array.from({ length: count }, (_, rank) => 1 / (rank + 1))

/** The names of a destination's places in a language, the most famous first. */
export type Names = (regionId: string, language: Language) => readonly string[]

/** 1,000 plans and 20,000 searches over a day from `start` (epoch ms), in order of time. */
export function dayOfUse(seed: number, start: number, names: Names): Ask[] {
  const next = seeded(seed)
  const when = (): number => start + (pick(BY_HOUR, next) + next()) * (DAY_MS / 24)
  const where = (): Destination => DESTINATIONS[pick(zipf(DESTINATIONS.length), next)]!
  const plans = Array.from({ length: PLANS }, (): Ask => {
    const { id, countryCode } = where()
    return { at: when(), kind: 'plan', regionId: id, countryCode, lastingFrom: Math.floor(next() * 1_000) }
  })
  const searches = Array.from({ length: SEARCHES }, (): Ask => ({ at: when(), kind: 'search', query: questionAbout(where(), names, next) }))
  return [...plans, ...searches].sort((a, b) => a.at - b.at)
}

function nameAt({ id }: Destination, known: readonly string[], next: () => number): string {
  if (next() < ELSEWHERE) return `Zum Quittenhof ${id} ${pick(zipf(UNHEARD_OF), next)}`
  return known[pick(zipf(known.length), next)]!
}

/** Half of it a chip on a destination's page, a third a name, the rest food around where one stays. */
function questionAbout(destination: Destination, names: Names, next: () => number): PlaceQuery {
  const language: Language = LANGUAGES[pick(BY_LANGUAGE, next)]!
  const kind = next()
  if (kind < 0.5) return { regionId: destination.id, categories: [CHIPS[pick(zipf(CHIPS.length), next)]!], language, limit: 20 }
  if (kind < 0.83)
    return { regionId: destination.id, query: nameAt(destination, names(destination.id, language), next), language, limit: 20 }
  const area = pick(zipf(AREAS), next)
  // Not from the very same spot: the question's snapping is part of what is measured.
  const near = {
    lat: destination.lat + area * 0.02 + (next() - 0.5) * 0.0004,
    lng: destination.lng + area * 0.02 + (next() - 0.5) * 0.0004,
  }
  return { near, radiusM: 1_000, categories: ['restaurant'], language, limit: 20 }
}
