import type { Place, PlaceQuery } from '@yeojeong/contracts'
import { googleCategory, googleCuisine, isFood, type Language, type Result } from '@yeojeong/domain'
import * as z from 'zod'
import type { ParseFailure, Provenance, ToolResult } from '../adapter.ts'
import { failureInWords, jsonOf, placesOf, unreadable, type Unplaced } from './answers.ts'
import { hoursFrom } from './periods.ts'

/** A Google place as community servers write it into their text: with `place_id`, `location.lat/lng`, and 0 for what they do not know. */
const Raw = z.object({
  place_id: z.string().optional(),
  name: z.string().min(1),
  formatted_address: z.string().optional(),
  address: z.string().optional(),
  location: z.object({ lat: z.unknown(), lng: z.unknown() }).optional(),
  types: z.array(z.string()).optional(),
  primary_type: z.string().nullish(),
  rating: z.number().nullish(),
  total_ratings: z.number().nullish(),
  website: z.string().nullish(),
  opening_hours: z.object({ periods: z.unknown() }).nullish(),
})
const List = z.union([z.array(z.unknown()), z.object({ places: z.array(z.unknown()) }).transform(({ places }) => places)])

export function googleJsonPlaces(result: ToolResult, query: PlaceQuery, by: Provenance): Result<Place[], ParseFailure> {
  const list = List.safeParse(jsonOf(result))
  if (!list.success) return failureOr(result, query.query)
  return placesOf(
    list.data.map((raw) => placeOf(raw, query.language, undefined)),
    query,
    by,
  )
}

/** Details do not repeat the id they were asked for. */
export function googleJsonPlace(result: ToolResult, id: string, by: Provenance): Result<Place[], ParseFailure> {
  const json = jsonOf(result)
  return Raw.safeParse(json).success ? placesOf([placeOf(json, 'en', id)], null, by) : failureOr(result, id)
}

function failureOr(result: ToolResult, echo: string | undefined): Result<Place[], ParseFailure> {
  const said = failureInWords(result, echo === undefined ? [] : [echo])
  if (said === null) return unreadable('no places in the answer')
  return said.ok ? { ok: true, value: [] } : said
}

function placeOf(raw: unknown, asked: Language, askedId: string | undefined): Unplaced | null {
  const parsed = Raw.safeParse(raw)
  if (!parsed.success) return null
  const { place_id, name, formatted_address, address, location, types, primary_type, rating, total_ratings, website, opening_hours } =
    parsed.data
  const id = place_id ?? askedId
  const category = googleCategory(primary_type ?? undefined, types ?? [])
  if (id === undefined || category === null) return null
  const hours = hoursFrom(opening_hours?.periods)
  const where = formatted_address ?? address
  return {
    id,
    names: { [languageOf(name, asked)]: name },
    lat: location?.lat,
    lng: location?.lng,
    category,
    ...(where ? { address: { [languageOf(where, asked)]: where } } : {}),
    // 0 stars do not exist: 0 is how these servers write "unknown".
    ...(typeof rating === 'number' && rating >= 1 && rating <= 5
      ? { rating: { value: rating, ...(total_ratings ? { count: total_ratings } : {}) } }
      : {}),
    ...(hours === undefined ? {} : { hours }),
    ...(website ? { url: website } : {}),
    ...(isFood(category) ? { food: { cuisine: googleCuisine(primary_type ?? undefined), diets: [] } } : {}),
  }
}

function languageOf(text: string, asked: Language): Language {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  if (/\p{Script=Han}/u.test(text)) return asked === 'ja' ? 'ja' : 'zh'
  return 'en'
}
