import {
  CATEGORIES,
  DIETS,
  INTERESTS,
  Language,
  Place,
  PlaceAnswer,
  PlaceId,
  Recommendations,
  Region,
  RouteAnswer,
  RouteRequest,
} from '@yeojeong/contracts'
import * as z from 'zod'
import { body, json, route, router } from '../openapi.ts'
import { call } from '../services.ts'

const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')
/** `near=37.57,126.98` */
const Near = z
  .string()
  .regex(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/, 'expected latitude,longitude')
  .transform((text) => {
    const [lat, lng] = text.split(',').map(Number)
    return { lat: lat!, lng: lng! }
  })
  .refine(({ lat, lng }) => Math.abs(lat) <= 90 && Math.abs(lng) <= 180, 'not a place on Earth')

const SearchQuery = z.object({
  query: z.string().trim().min(1).max(120).optional(),
  regionId: z.string().max(40).optional(),
  near: Near.optional(),
  radiusM: z.coerce.number().int().min(50).max(100_000).optional(),
  category: z.enum(CATEGORIES).optional(),
  openAt: z.iso.datetime({ offset: true }).optional(),
  stepFree: Flag.optional(),
  childFriendly: Flag.optional(),
  diet: z.enum(DIETS).optional(),
  language: Language.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

const search = route(
  {
    method: 'get',
    path: '/v1/places',
    summary: 'Search places',
    request: { query: SearchQuery },
    responses: { 200: json(PlaceAnswer, 'Best first') },
  },
  'unauthenticated',
  'validation_failed',
  'provider_unavailable',
)
const one = route(
  {
    method: 'get',
    path: '/v1/places/{placeId}',
    summary: 'One place',
    request: { params: z.object({ placeId: PlaceId }) },
    responses: { 200: json(Place, 'What we know of it, with the source of each fact') },
  },
  'unauthenticated',
  'not_found',
)
const regions = route(
  {
    method: 'get',
    path: '/v1/regions',
    summary: 'Destinations',
    description: 'Those our editors know; with `query` those of that name, and cities elsewhere where a provider knows the world.',
    request: { query: z.object({ query: z.string().trim().min(1).max(120).optional() }) },
    responses: { 200: json(z.object({ items: z.array(Region) }), 'Ours first') },
  },
  'unauthenticated',
  'validation_failed',
  'provider_unavailable',
)

/** `interests=nature,food` */
const Interests = z
  .string()
  .transform((text) => text.split(',').filter((one) => one !== ''))
  .pipe(z.array(z.enum(INTERESTS)).max(INTERESTS.length))

const RecommendParams = z.object({
  month: z.coerce.number().int().min(1).max(12).optional(),
  stepFree: Flag.optional(),
  childFriendly: Flag.optional(),
  diet: z.enum(DIETS).optional(),
  interests: Interests.optional(),
  language: Language.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

const recommendations = route(
  {
    method: 'get',
    path: '/v1/regions/{regionId}/recommendations',
    summary: 'What to see in a region, and why',
    request: { params: z.object({ regionId: z.string().min(1).max(40) }), query: RecommendParams },
    responses: { 200: json(Recommendations, 'Best first, each with its reasons') },
  },
  'unauthenticated',
  'validation_failed',
  'region_unknown',
  'provider_unavailable',
)
const routes = route(
  {
    method: 'post',
    path: '/v1/routes',
    summary: 'Times and distances between points, by mode',
    request: { body: body(RouteRequest) },
    responses: { 200: json(RouteAnswer, 'By origin, then destination; each leg says its source') },
  },
  'unauthenticated',
  'validation_failed',
  'bad_json',
  'unsupported_media_type',
)

export const places = router()

places.openapi(search, async (c) => {
  const { category, language, ...rest } = c.req.valid('query')
  const query = {
    ...rest,
    language: language ?? c.get('callContext').language,
    ...(category === undefined ? {} : { categories: [category] }),
  }
  return c.json(await call(c, 'LOCATION', (location) => location.search(c.get('callContext'), query)), 200)
})
places.openapi(one, async (c) =>
  c.json(await call(c, 'LOCATION', (location) => location.place(c.get('callContext'), c.req.valid('param').placeId)), 200),
)
places.openapi(regions, async (c) => {
  const words = c.req.valid('query').query
  const items = await call(c, 'LOCATION', (location) =>
    words === undefined ? location.regions(c.get('callContext')) : location.findRegions(c.get('callContext'), words),
  )
  return c.json({ items }, 200)
})
places.openapi(recommendations, async (c) => {
  const { language, interests, ...rest } = c.req.valid('query')
  const query = { ...rest, ...c.req.valid('param'), interests: interests ?? [], language: language ?? c.get('callContext').language }
  return c.json(await call(c, 'LOCATION', (location) => location.recommend(c.get('callContext'), query)), 200)
})
places.openapi(routes, async (c) =>
  c.json(await call(c, 'LOCATION', (location) => location.routes(c.get('callContext'), c.req.valid('json'))), 200),
)
