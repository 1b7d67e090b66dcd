import { BUSINESS_STATUSES, CATEGORIES, DIETS, INTERESTS, type HoursSpec as DomainHours, type Place as DomainPlace } from '@yeojeong/domain'
import * as z from 'zod'
import { Language } from './call-context.ts'
import { PlaceId } from './ids.ts'
import { LatLng, LocalizedText } from './values.ts'

const Weekday = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])
const ClosedDate = z.union([
  z.enum(['seollal', 'seollal-span', 'chuseok', 'chuseok-span']),
  z.templateLiteral([z.number(), '-', z.number()]),
])

export const HoursSpec: z.ZodType<DomainHours> = z.union([
  z.object({ kind: z.literal('always') }),
  z.object({ kind: z.literal('unknown') }),
  z.object({
    kind: z.literal('scheduled'),
    osm: z.string().max(500),
    lastEntryMin: z.number().int().min(0).max(600).exactOptional(),
    closedWeekly: z.object({ days: z.array(Weekday), onHoliday: z.enum(['open', 'next-weekday', 'closed']) }).exactOptional(),
    closedDates: z.array(ClosedDate).exactOptional(),
    closedNth: z.object({ weekday: Weekday, nth: z.array(z.number().int().min(-5).max(5)) }).exactOptional(),
  }),
])

const Access = z.enum(['yes', 'partly', 'no', 'unknown'])
const Price = z.object({
  currency: z.string(),
  adult: z.number().nonnegative(),
  child: z.number().nonnegative().exactOptional(),
  childMinAge: z.number().int().exactOptional(),
  childMaxAge: z.number().int().exactOptional(),
  senior: z.number().nonnegative().exactOptional(),
  seniorAge: z.number().int().exactOptional(),
})

/** A place as it crosses every wall; the type is the domain's. */
export const Place: z.ZodType<DomainPlace> = z
  .object({
    id: PlaceId,
    regionId: z.string(),
    names: LocalizedText,
    aliases: z.array(z.string()).exactOptional(),
    position: LatLng,
    extent: z.enum(['point', 'area']),
    category: z.enum(CATEGORIES),
    traits: z.partialRecord(z.enum(INTERESTS), z.number().min(0).max(1)).exactOptional(),
    prominence: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    hours: HoursSpec,
    stay: z.object({ min: z.number(), ideal: z.number(), max: z.number() }),
    price: z.union([Price, z.enum(['free', 'unknown'])]),
    stepFree: Access,
    stroller: Access,
    indoor: z.enum(['indoor', 'outdoor', 'mixed']),
    effort: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    insideWalkM: z.number().nonnegative(),
    minAge: z.number().int().exactOptional(),
    childFriendly: z.boolean().exactOptional(),
    food: z
      .object({
        cuisine: z.string(),
        serves: LocalizedText,
        diets: z.array(z.enum(DIETS)),
        meals: z.array(z.enum(['breakfast', 'lunch', 'dinner'])),
      })
      .exactOptional(),
    restSpot: z.boolean().exactOptional(),
    address: LocalizedText.exactOptional(),
    url: z.string().exactOptional(),
    rating: z
      .object({ value: z.number().min(1).max(5), count: z.number().int().positive().exactOptional(), source: z.string(), asOf: z.string() })
      .exactOptional(),
    businessStatus: z.enum(BUSINESS_STATUSES).exactOptional(),
    sameAs: z.array(z.string()).exactOptional(),
    conflicts: z.array(z.string()).exactOptional(),
    sources: z.record(z.string(), z.object({ source: z.string(), asOf: z.string() })),
  })
  .meta({ id: 'Place' }) as z.ZodType<DomainPlace>
export type Place = DomainPlace

export const Region = z
  .object({
    id: z.string(),
    names: LocalizedText,
    center: LatLng,
    radiusM: z.number(),
    countryCode: z.string().length(2),
    timeZone: z.string(),
    currency: z.string(),
    gateways: z.array(z.object({ names: LocalizedText, position: LatLng })),
    usualTransport: z.enum(['transit', 'car']),
    character: LocalizedText,
  })
  .meta({ id: 'Region' })
export type Region = z.infer<typeof Region>

/** A question for places. All filters narrow; `unknown` never satisfies one. */
export const PlaceQuery = z
  .object({
    query: z.string().trim().max(120).optional(),
    regionId: z.string().max(40).optional(),
    near: LatLng.optional(),
    radiusM: z.number().int().min(50).max(100_000).optional(),
    categories: z.array(z.enum(CATEGORIES)).max(CATEGORIES.length).optional(),
    openAt: z.iso.datetime({ offset: true }).optional(),
    stepFree: z.boolean().optional(),
    childFriendly: z.boolean().optional(),
    diet: z.enum(DIETS).optional(),
    language: Language.default('ko'),
    limit: z.number().int().min(1).max(400).default(20),
  })
  .meta({ id: 'PlaceQuery' })
export type PlaceQuery = z.infer<typeof PlaceQuery>

/** Something the answer is not quite: old, from the fallback, without a cache, or made without knowing the country's holidays. */
export const Degradation = z.enum(['cache', 'providers', 'stale', 'holidays'])
export const PlaceAnswer = z
  .object({
    places: z.array(Place),
    degraded: z.array(Degradation),
    /** Providers that answered, in the order asked. */
    sources: z.array(z.string()),
    /** When the facts were fetched from their provider. */
    asOf: z.iso.datetime(),
    attribution: z.array(z.string()),
  })
  .meta({ id: 'PlaceAnswer' })
export type PlaceAnswer = z.infer<typeof PlaceAnswer>
