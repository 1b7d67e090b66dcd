import type { PlaceQuery } from '@yeojeong/contracts'

/** About 110 m: near enough to be the same question. */
const SNAP_DEGREES = 0.001
/** A wide circle may be shifted further: by up to this share of its radius. */
const SNAP_SHARE = 0.05
const METRES_PER_DEGREE = 111_195
const RADII_M = [250, 500, 1_000, 2_000, 3_000, 5_000, 10_000, 20_000, 50_000, 100_000]
/** Answers come in these sizes; who wants fewer gets the first of them. */
const LIMITS = [20, 50, 100, 400]
const OPEN_AT_MS = 600_000

/** The question as it is asked and stored: neighbours, reordered filters and other spellings of the same become one. */
export function normalQuestion(query: PlaceQuery): PlaceQuery {
  const { near, radiusM, categories, query: text, openAt, limit, ...rest } = query
  const words = text?.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
  return {
    ...rest,
    limit: LIMITS.find((size) => limit <= size) ?? limit,
    ...(words === undefined || words === '' ? {} : { query: words }),
    ...(near === undefined ? {} : { near: snapped(near, radiusM) }),
    ...(radiusM === undefined ? {} : { radiusM: RADII_M.find((radius) => radiusM <= radius) ?? radiusM }),
    ...(categories === undefined || categories.length === 0 ? {} : { categories: [...new Set(categories)].toSorted() }),
    ...(openAt === undefined ? {} : { openAt: new Date(Math.floor(Date.parse(openAt) / OPEN_AT_MS) * OPEN_AT_MS).toISOString() }),
  }
}

/** One text for a normal question; `anyLanguage`: the provider answers in all languages at once. */
export function questionKey(query: PlaceQuery, anyLanguage: boolean): string {
  const { language, ...rest } = query
  const said = anyLanguage ? rest : { ...rest, language }
  return JSON.stringify(
    Object.entries(said)
      .filter(([, value]) => value !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function snapped(at: { readonly lat: number; readonly lng: number }, radiusM: number | undefined): { lat: number; lng: number } {
  const step = Math.max(SNAP_DEGREES, radiusM === undefined ? 0 : nice((radiusM * SNAP_SHARE) / METRES_PER_DEGREE))
  return { lat: round(Math.round(at.lat / step) * step), lng: round(Math.round(at.lng / step) * step) }
}

/** Steps of 0.001, 0.002, 0.005, 0.01 …: questions with like radii share a grid. */
function nice(step: number): number {
  return [0.05, 0.02, 0.01, 0.005, 0.002].find((size) => size <= step) ?? SNAP_DEGREES
}

function round(degrees: number): number {
  return Number(degrees.toFixed(5))
}
