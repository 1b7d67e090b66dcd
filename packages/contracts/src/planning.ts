import { CATEGORIES, INTERESTS, PACES, PLANNING_STEPS } from '@yeojeong/domain'
import * as z from 'zod'
import { ItineraryId, PlaceId, TripId } from './ids.ts'
import { ITINERARY_STATUSES, DayView } from './itinerary-view.ts'

/** What may be asked of a plan; everything optional. */
export const PlanRequest = z
  .object({
    /** Same trip, wishes and seed give the same plan. */
    seed: z.number().int().min(0).max(2_147_483_647).optional(),
    pace: z.enum(PACES).optional(),
    mustSee: z.array(PlaceId).max(30).default([]),
    avoid: z.array(PlaceId).max(100).default([]),
    avoidCategories: z.array(z.enum(CATEGORIES)).max(CATEGORIES.length).default([]),
    interests: z.array(z.enum(INTERESTS)).max(INTERESTS.length).default([]),
    /** 0 = the party's plain sum, 1 = only the worst-off member counts. */
    fairness: z.number().min(0).max(1).default(0.5),
    /** Plans of these paces besides, each an itinerary of its own, to lay side by side. */
    alternatives: z.array(z.enum(PACES)).max(PACES.length).exactOptional(),
  })
  .meta({ id: 'PlanRequest' })
export type PlanRequest = z.infer<typeof PlanRequest>

/** Command to the itinerary service. `key` is the caller's idempotency key: the same key gives the same itinerary. */
export const PlanItinerary = z.object({ tripId: TripId, key: z.string().min(8).max(200), request: PlanRequest })
export type PlanItinerary = z.infer<typeof PlanItinerary>

export const PlanAccepted = z
  .object({
    itineraryId: ItineraryId,
    tripId: TripId,
    status: z.enum(ITINERARY_STATUSES),
    /** The plans of other paces that were asked for; each has its own progress. */
    alternatives: z.array(z.object({ itineraryId: ItineraryId, pace: z.enum(PACES) })).exactOptional(),
  })
  .meta({ id: 'PlanAccepted' })
export type PlanAccepted = z.infer<typeof PlanAccepted>

export { PLANNING_STEPS }
export const PlanningStep = z.enum(PLANNING_STEPS)
export type PlanningStep = z.infer<typeof PlanningStep>

/** One event of the progress stream (SSE `data:`). `draft` appears as soon as there is one. */
export const PlanningProgress = z
  .object({
    itineraryId: ItineraryId,
    status: z.enum(ITINERARY_STATUSES),
    step: PlanningStep.nullable(),
    percent: z.number().min(0).max(100),
    version: z.number().int(),
    failure: z.string().nullable(),
    draft: z.array(DayView).nullable(),
  })
  .meta({ id: 'PlanningProgress' })
export type PlanningProgress = z.infer<typeof PlanningProgress>
