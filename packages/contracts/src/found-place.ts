import { BUSINESS_STATUSES, CATEGORIES, DIETS } from '@yeojeong/domain'
import * as z from 'zod'
import { HoursSpec } from './place.ts'
import { LatLng, LocalizedText } from './values.ts'

/**
 * A place as a provider knows it, before it becomes one of ours: only what was said. Whatever is left out is unknown.
 * Our own MCP servers answer in this shape; parsers of foreign servers translate into it.
 */
export const FoundPlace = z.object({
  /** The provider's own id, without our prefix. */
  id: z.string().min(1).max(110),
  names: LocalizedText,
  aliases: z.array(z.string()).max(20).optional(),
  position: LatLng,
  category: z.enum(CATEGORIES),
  address: LocalizedText.optional(),
  hours: HoursSpec.optional(),
  /** How far it is known, 1 … 5, where the provider can tell; ours, not a rating. */
  prominence: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]).optional(),
  rating: z.object({ value: z.number().min(1).max(5), count: z.number().int().positive().optional() }).optional(),
  businessStatus: z.enum(BUSINESS_STATUSES).optional(),
  stepFree: z.enum(['yes', 'partly', 'no']).optional(),
  /** Only where entry is known to cost nothing. */
  free: z.literal(true).optional(),
  childFriendly: z.boolean().optional(),
  food: z.object({ cuisine: z.string().min(1).max(100), diets: z.array(z.enum(DIETS)) }).optional(),
  url: z.string().max(2_000).optional(),
})
export type FoundPlace = z.infer<typeof FoundPlace>

/** Which facts a caller wants: a provider that charges by field asks for no more. */
export const PlaceFacet = z.enum(['basic', 'hours', 'rating', 'access'])
export type PlaceFacet = z.infer<typeof PlaceFacet>

/** A question for travel times: every origin to every destination. `departAt` null = whenever. */
export const RouteQuery = z.object({
  origins: z.array(LatLng).min(1).max(25),
  destinations: z.array(LatLng).min(1).max(25),
  mode: z.enum(['walk', 'transit', 'car', 'taxi']),
  departAt: z.iso.datetime({ offset: true }).nullable(),
})
export type RouteQuery = z.infer<typeof RouteQuery>

/** By origin, then destination; null = no way, or none known. */
export const RouteMatrix = z.array(
  z.array(z.object({ durationMin: z.number().nonnegative(), distanceM: z.number().nonnegative() }).nullable()),
)
export type RouteMatrix = z.infer<typeof RouteMatrix>
