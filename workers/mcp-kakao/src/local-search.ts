import type { FoundPlace, PlaceQuery } from '@yeojeong/contracts'
import { err, isFood, kakaoCategory, kakaoCuisine, kakaoGroups, ok, type Result } from '@yeojeong/domain'
import type { UpstreamProblem } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { kakaoGet, type KakaoEnv } from './kakao-api.ts'

/** Kakao's limits: 15 a page, 45 a question, 20 km around a point. */
const PAGE = 15
const MOST = 45
const MAX_RADIUS_M = 20_000

const Document = z.object({
  id: z.string().min(1),
  place_name: z.string().min(1),
  category_name: z.string(),
  category_group_code: z.string(),
  road_address_name: z.string().optional(),
  address_name: z.string().optional(),
  place_url: z.string().optional(),
  x: z.string(),
  y: z.string(),
})
const Page = z.object({ meta: z.object({ is_end: z.boolean() }), documents: z.array(z.unknown()) })

/** By name where there are words, else by Kakao's own groups around a point. */
export async function searchLocal(env: KakaoEnv, query: PlaceQuery): Promise<Result<FoundPlace[], UpstreamProblem>> {
  const around =
    query.near === undefined ? {} : { x: query.near.lng, y: query.near.lat, radius: Math.min(query.radiusM ?? MAX_RADIUS_M, MAX_RADIUS_M) }
  if (query.query !== undefined && query.query !== '') return pages(env, 'keyword', { ...around, query: query.query }, query)
  if (query.near === undefined) return ok([])
  const groups = await Promise.all(
    kakaoGroups(query.categories).map((code) => pages(env, 'category', { ...around, category_group_code: code, sort: 'distance' }, query)),
  )
  const failed = groups.find((group) => !group.ok)
  return failed ?? ok(groups.flatMap((group) => (group.ok ? group.value : [])).slice(0, query.limit))
}

async function pages(
  env: KakaoEnv,
  kind: 'keyword' | 'category',
  params: Readonly<Record<string, string | number>>,
  query: PlaceQuery,
): Promise<Result<FoundPlace[], UpstreamProblem>> {
  const found: FoundPlace[] = []
  const wanted = Math.min(query.limit, MOST)
  for (let page = 1; page <= Math.ceil(wanted / PAGE); page++) {
    const answer = await kakaoGet(env, env.KAKAO_LOCAL_URL, `/v2/local/search/${kind}.json`, { ...params, page, size: PAGE })
    // What the first pages brought is worth more than the failure of the next.
    if (!answer.ok) return found.length > 0 ? ok(found) : answer
    const parsed = Page.safeParse(answer.value)
    if (!parsed.success) return err({ status: 200, detail: 'HTTP 500: an answer of another shape than documented' })
    for (const document of parsed.data.documents) {
      const place = placeOf(document)
      if (place !== null && wantsCategory(query, place)) found.push(place)
    }
    if (parsed.data.meta.is_end) break
  }
  return ok(found.slice(0, query.limit))
}

function wantsCategory({ categories }: PlaceQuery, place: FoundPlace): boolean {
  return categories === undefined || categories.length === 0 || categories.includes(place.category)
}

/** Kakao says name, kind, address and position; hours, ratings and access are not in this API. */
function placeOf(document: unknown): FoundPlace | null {
  const parsed = Document.safeParse(document)
  if (!parsed.success) return null
  const { id, place_name, category_name, category_group_code, road_address_name, address_name, place_url, x, y } = parsed.data
  const category = kakaoCategory(category_name, category_group_code)
  const position = { lat: Number(y), lng: Number(x) }
  if (
    category === null ||
    !Number.isFinite(position.lat) ||
    !Number.isFinite(position.lng) ||
    Math.abs(position.lat) > 90 ||
    Math.abs(position.lng) > 180
  )
    return null
  const address = road_address_name || address_name
  return {
    id,
    names: { ko: place_name },
    position,
    category,
    ...(address ? { address: { ko: address } } : {}),
    ...(place_url ? { url: place_url.replace(/^http:/, 'https:') } : {}),
    ...(isFood(category) ? { food: { cuisine: kakaoCuisine(category_name), diets: [] } } : {}),
  }
}
