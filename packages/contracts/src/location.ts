import { CATEGORIES, DIETS, INTERESTS, type Result } from '@yeojeong/domain'
import * as z from 'zod'
import { Language, type CallContext } from './call-context.ts'
import type { ServiceError } from './errors.ts'
import { RouteQuery } from './found-place.ts'
import { Degradation, Place } from './place.ts'

const MODES = ['walk', 'transit', 'car', 'taxi'] as const
const RegionId = z.string().min(1).max(40)

/** Times and distances from every origin to every destination. `regionId` says whose roads they are, where known. */
export const RouteRequest = z
  .object({
    ...RouteQuery.shape,
    departAt: RouteQuery.shape.departAt.default(null),
    regionId: RegionId.optional(),
    /** False: leave a way nobody knows unknown instead of estimating it. */
    estimate: z.boolean().default(true),
  })
  .meta({ id: 'RouteRequest' })
export type RouteRequest = z.infer<typeof RouteRequest>

/** `source`: who says so; `model` = estimated from the straight distance. */
export const RouteLeg = z.object({
  durationMin: z.number().nonnegative(),
  distanceM: z.number().nonnegative(),
  walkM: z.number().nonnegative(),
  source: z.string(),
})
export type RouteLeg = z.infer<typeof RouteLeg>

export const RouteAnswer = z
  .object({
    mode: z.enum(MODES),
    /** By origin, then destination; null = nobody knows a way. */
    legs: z.array(z.array(RouteLeg.nullable())),
    sources: z.array(z.string()),
    attribution: z.array(z.string()),
    degraded: z.array(Degradation),
  })
  .meta({ id: 'RouteAnswer' })
export type RouteAnswer = z.infer<typeof RouteAnswer>

/** What to see in a region in a month, for whom. Needs narrow: what is not known of a place never meets one. */
export const RecommendQuery = z.object({
  regionId: RegionId,
  /** 1 … 12; without, the season plays no part. */
  month: z.number().int().min(1).max(12).optional(),
  stepFree: z.boolean().optional(),
  childFriendly: z.boolean().optional(),
  diet: z.enum(DIETS).optional(),
  interests: z.array(z.enum(INTERESTS)).max(INTERESTS.length).default([]),
  language: Language.default('ko'),
  limit: z.number().int().min(1).max(50).default(20),
})
export type RecommendQuery = z.infer<typeof RecommendQuery>

/** Why a place is recommended; a sentence for each in `packages/i18n` under `recommend.<code>`. */
export const RECOMMEND_CODES = [
  'icon',
  'known-for',
  'season-beach',
  'season-blossom',
  'season-foliage',
  'season-warmth',
  'rain-proof',
  'heat-proof',
  'cold-proof',
  'step-free',
  'for-children',
  'diet',
  'interest',
] as const
export const Recommendation = z.object({
  place: Place,
  reasons: z.array(z.object({ code: z.enum(RECOMMEND_CODES), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
})
export type Recommendation = z.infer<typeof Recommendation>
export const Recommendations = z
  .object({
    regionId: RegionId,
    season: z.enum(['spring', 'summer', 'autumn', 'winter', 'tropical']).nullable(),
    /** Categories the region is known for. */
    knownFor: z.array(z.enum(CATEGORIES)),
    items: z.array(Recommendation),
    degraded: z.array(Degradation),
    sources: z.array(z.string()),
    asOf: z.iso.datetime(),
    attribution: z.array(z.string()),
  })
  .meta({ id: 'Recommendations' })
export type Recommendations = z.infer<typeof Recommendations>

const Spent = z.object({ spent: z.number(), limit: z.number() })
/** A provider as operators see it. Budgets in UTC windows; `cache` counts today's answers, told by isolates now and then. */
export const ProviderState = z.object({
  id: z.string(),
  breaker: z.object({
    status: z.enum(['closed', 'open', 'half-open', 'isolated', 'unreachable']),
    cause: z.string().nullable(),
    until: z.iso.datetime().nullable(),
  }),
  budget: z.object({ hour: Spent, day: Spent, month: Spent }).nullable(),
  cache: z.object({ hits: z.number(), stale: z.number(), misses: z.number(), hitRatio: z.number().nullable() }).nullable(),
})
export const LocationOperations = z
  .object({
    providers: z.array(ProviderState),
    cache: z.object({
      state: z.enum(['ok', 'down']),
      version: z.string(),
      /** By provider (`*` = all): nothing stored before counts. */
      forgotten: z.record(z.string(), z.iso.datetime()),
    }),
    /** Destinations kept warm, and when that was last done; `failed`: those it could not be done for. */
    warming: z.object({ regions: z.array(z.string()), at: z.iso.datetime().nullable(), failed: z.array(z.string()) }),
  })
  .meta({ id: 'LocationOperations' })
export type LocationOperations = z.infer<typeof LocationOperations>

const Provider = z.string().min(1).max(40)
/** What an operator may do. `forget` takes a place, a provider or everything (`*`) out of the cache, everywhere within a minute. */
export const LocationCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('isolate'), provider: Provider }),
  z.object({ type: z.literal('release'), provider: Provider }),
  z.object({ type: z.literal('forget-place'), placeId: z.string().min(1).max(130) }),
  z.object({ type: z.literal('forget-provider'), provider: Provider }),
  z.object({ type: z.literal('warm') }),
])
export type LocationCommand = z.infer<typeof LocationCommand>

type Answer<T> = Promise<Result<T, ServiceError>>

/** The part of LOCATION that is not about finding places. */
export interface LocationMoreRpc {
  routes(ctx: CallContext, request: RouteRequest): Answer<RouteAnswer>
  recommend(ctx: CallContext, query: RecommendQuery): Answer<Recommendations>
  /** For operators only, both. */
  operations(ctx: CallContext): Answer<LocationOperations>
  operate(ctx: CallContext, command: LocationCommand): Answer<LocationOperations>
}
