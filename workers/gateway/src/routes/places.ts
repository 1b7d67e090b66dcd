import { CATEGORIES, DIETS, Language, Place, PlaceAnswer, PlaceId, Region } from '@yeojeong/contracts'
import * as z from 'zod'
import { json, route, router } from '../openapi.ts'
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
    summary: 'Destinations we know',
    responses: { 200: json(z.object({ items: z.array(Region) }), 'All of them') },
  },
  'unauthenticated',
  'provider_unavailable',
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
places.openapi(regions, async (c) =>
  c.json({ items: await call(c, 'LOCATION', (location) => location.regions(c.get('callContext'))) }, 200),
)
