import { PACES } from '@yeojeong/domain'
import * as z from 'zod'
import { ItineraryId, StopId, TripId } from './ids.ts'
import { Degradation, Place } from './place.ts'
import { Dropped, Infeasible, MemberReport, PlanCost, Reason, Warning } from './plan.ts'
import { LatLng, LocalizedText, Money, PlainDate } from './values.ts'

/** ISO 8601 with the destination's offset: `2026-05-04T09:30:00+09:00`. */
const Moment = z.iso.datetime({ offset: true })

export const LegView = z
  .object({
    mode: z.enum(['walk', 'transit', 'car', 'taxi']),
    departAt: Moment,
    arriveAt: Moment,
    durationMin: z.number(),
    distanceM: z.number(),
    walkM: z.number(),
    source: z.string(),
  })
  .meta({ id: 'Leg' })

export const StopView = z
  .object({
    id: StopId,
    kind: z.enum(['arrival', 'departure', 'lodging', 'sight', 'meal', 'rest', 'booking']),
    /** Key into `places` for sights, meals and rests at a place; null otherwise. */
    placeId: z.string().nullable(),
    /** The trip's own id of what is booked or slept at, as reasons name it; absent for everything else. */
    refId: z.string().exactOptional(),
    names: LocalizedText,
    position: LatLng,
    arriveAt: Moment,
    startAt: Moment,
    endAt: Moment,
    meal: z.enum(['breakfast', 'lunch', 'dinner']).nullable(),
    open: z.object({ opensAt: Moment, closesAt: Moment, lastEntryAt: Moment }).nullable(),
    hoursKnown: z.boolean(),
    cost: Money.nullable(),
    locked: z.boolean(),
    note: z.string().nullable(),
    reasons: z.array(Reason),
    leg: LegView.nullable(),
    /** What of its times somebody has set; absent where nothing is. */
    pinned: z.object({ start: z.boolean(), duration: z.boolean() }).exactOptional(),
  })
  .meta({ id: 'Stop' })

export const DayView = z
  .object({ index: z.number().int(), date: PlainDate, stops: z.array(StopView), walkM: z.number(), movingMin: z.number() })
  .meta({ id: 'Day' })

export const ITINERARY_STATUSES = ['planning', 'ready', 'infeasible', 'failed', 'needs_attention', 'archived'] as const

/** What a traveller reads: everything the page, an export or an assistant needs, in one value. */
export const ItineraryView = z
  .object({
    id: ItineraryId,
    tripId: TripId,
    /** 0 while nothing is planned yet; the `ETag` is `"v<version>"`. */
    version: z.number().int().nonnegative(),
    status: z.enum(ITINERARY_STATUSES),
    title: z.string(),
    destination: z.object({ regionId: z.string(), names: LocalizedText, timeZone: z.string(), center: LatLng }),
    startDate: PlainDate,
    endDate: PlainDate,
    days: z.array(DayView),
    /** Facts of every place in the plan, as of planning. */
    places: z.record(z.string(), Place),
    /** Names by traveller id, so that reasons can say "Grandma". */
    travellers: z.record(z.string(), z.string()),
    dropped: z.array(Dropped),
    members: z.array(MemberReport),
    cost: PlanCost,
    warnings: z.array(Warning),
    infeasible: Infeasible.nullable(),
    /** Why it failed, fit for a traveller: an error code. */
    failure: z.string().nullable(),
    degraded: z.array(Degradation),
    attribution: z.array(z.string()),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    /** The trip has changed since: what this was planned for, and what the trip is now. A replan brings it up to date. */
    outOfDate: z.object({ plannedForTripVersion: z.number().int(), tripVersion: z.number().int() }).nullable().exactOptional(),
    /** What its owner can take back or bring back. */
    history: z.object({ canUndo: z.boolean(), canRedo: z.boolean() }).exactOptional(),
    /** The pace it was planned at, and the plans of other paces that were asked for with it. */
    pace: z.enum(PACES).nullable().exactOptional(),
    siblings: z.array(z.object({ itineraryId: ItineraryId, pace: z.enum(PACES) })).exactOptional(),
  })
  .meta({ id: 'Itinerary' })
export type ItineraryView = z.infer<typeof ItineraryView>
export type DayView = z.infer<typeof DayView>
export type StopView = z.infer<typeof StopView>
export type LegView = z.infer<typeof LegView>
