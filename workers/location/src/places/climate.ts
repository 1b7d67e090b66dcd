import type { Recommendations, Region } from '@yeojeong/contracts'

/** What a month is like somewhere, as far as it decides what to see. */
export type Climate = {
  readonly month: number | null
  readonly season: Recommendations['season']
  readonly rainy: boolean
  readonly hot: boolean
  readonly cold: boolean
}

const TROPICAL_LAT = 15
/** Months of the rainy season (monsoon, plum rain, typhoons), by country; our editors' general knowledge of climate normals. */
const RAINY: { readonly [countryCode: string]: readonly number[] } = { KR: [7], JP: [6, 7, 9], TW: [5, 6, 8, 9], SG: [11, 12, 1] }
/** Too far south for a winter that keeps anybody inside. */
const MILD_LAT = 30
const SEASONS = [
  'winter',
  'winter',
  'spring',
  'spring',
  'spring',
  'summer',
  'summer',
  'summer',
  'autumn',
  'autumn',
  'autumn',
  'winter',
] as const

/** By latitude, hemisphere and country; everything unknown without a month. */
export function climateOf({ center, countryCode }: Pick<Region, 'center' | 'countryCode'>, month: number | null): Climate {
  if (month === null) return { month, season: null, rainy: false, hot: false, cold: false }
  const rainy = RAINY[countryCode]?.includes(month) === true
  const lat = Math.abs(center.lat)
  if (lat < TROPICAL_LAT) return { month, season: 'tropical', rainy, hot: true, cold: false }
  const season = SEASONS[(month - 1 + (center.lat < 0 ? 6 : 0)) % 12]!
  return { month, season, rainy, hot: season === 'summer' && lat < 45, cold: season === 'winter' && lat > MILD_LAT }
}
