import {
  EDIT_EVENTS,
  INTERESTS,
  PACES,
  type Asked as DomainAsked,
  type ContentChange as DomainChange,
  type Edit as DomainEdit,
  type ItineraryEvent as DomainItineraryEvent,
  type ItineraryFrame as DomainFrame,
  type PlanningSubject as DomainSubject,
  type ReadyItinerary as DomainReady,
  type SagaEvent as DomainSagaEvent,
} from '@yeojeong/domain'
import * as z from 'zod'
import { Degradation, Place } from './place.ts'
import { DayPlan, Infeasible, Plan, PlanRest } from './plan.ts'
import { PlanningStep } from './planning.ts'
import { LatLng, LocalizedText, PlainDate } from './values.ts'

/** Stored events, parsed whenever they are read back. A change of shape is a new `v` and an upcaster, never an edit here. */

const Destination = z.object({ regionId: z.string(), name: LocalizedText, center: LatLng, countryCode: z.string(), timeZone: z.string() })
const frame = { destination: Destination, startDate: PlainDate, endDate: PlainDate }
/** What an itinerary is for: where and when. */
export const ItineraryFrame: z.ZodType<DomainFrame> = z.object(frame)
/** What a planning is about, kept in the saga's journal. */
export const PlanningSubject: z.ZodType<DomainSubject> = z.object({ ownerId: z.string(), tripId: z.string(), ...frame })
const Provenance = z.object({ degraded: z.array(Degradation), attribution: z.array(z.string()) })

const Asked: z.ZodType<DomainAsked> = z.object({
  pace: z.enum(PACES).nullable(),
  mustSee: z.array(z.string()),
  avoid: z.array(z.string()),
  avoidCategories: z.array(z.string()),
  interests: z.array(z.enum(INTERESTS)),
  fairness: z.number(),
})
const Basis = z.object({ version: z.number().int(), digest: z.string() })
const Pins = z.record(z.string(), z.object({ startMin: z.number().nullable(), stayMin: z.number().nullable() }))
const Siblings = z.array(z.object({ itineraryId: z.string(), pace: z.enum(PACES) }))

const stopId = z.string()
const after = z.string().nullable().exactOptional()
/** An edit as history keeps it; the public commands are `Command`. */
export const Edit: z.ZodType<DomainEdit> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('MoveStop'), stopId, day: z.number().int(), after }),
  z.object({
    type: z.literal('AddPlace'),
    placeId: z.string(),
    day: z.number().int(),
    after,
    role: z.enum(['sight', 'meal', 'rest']).exactOptional(),
    meal: z.enum(['lunch', 'dinner']).exactOptional(),
  }),
  z.object({ type: z.literal('RemoveStop'), stopId }),
  z.object({ type: z.literal('SwapStop'), stopId, placeId: z.string() }),
  z.object({ type: z.literal('LockStop'), stopId }),
  z.object({ type: z.literal('UnlockStop'), stopId }),
  z.object({ type: z.literal('SetDuration'), stopId, durationMin: z.number().nullable() }),
  z.object({ type: z.literal('SetStart'), stopId, startMin: z.number().nullable() }),
  z.object({
    type: z.literal('SetTimes'),
    stopId,
    startMin: z.number().nullable().exactOptional(),
    durationMin: z.number().nullable().exactOptional(),
  }),
  z.object({ type: z.literal('SetNote'), stopId, note: z.string().nullable() }),
  z.object({ type: z.literal('Rename'), title: z.string().nullable() }),
  z.object({ type: z.literal('Replan'), day: z.number().int().nullable() }),
  z.object({ type: z.literal('Improve') }),
  z.object({ type: z.literal('Archive') }),
  z.object({ type: z.literal('Unarchive') }),
  z.object({ type: z.literal('RestoreVersion'), version: z.number().int() }),
])
const touches = { writes: z.array(z.string()), reads: z.array(z.string()) }

const Change: z.ZodType<DomainChange> = z.object({
  days: z.array(DayPlan).exactOptional(),
  dayCount: z.number().int().exactOptional(),
  rest: PlanRest.exactOptional(),
  placesIn: z.array(Place).exactOptional(),
  placesOut: z.array(z.string()).exactOptional(),
  frame: ItineraryFrame.exactOptional(),
  provenance: Provenance.exactOptional(),
  asked: Asked.exactOptional(),
  basis: Basis.nullable().exactOptional(),
  pins: Pins.exactOptional(),
  title: z.string().nullable().exactOptional(),
  archived: z.boolean().exactOptional(),
})

const planned = { frame: ItineraryFrame, seed: z.number(), plan: Plan, places: z.array(Place), provenance: Provenance }

/** An itinerary's event, upcast, without its place in the stream (that is the row's). */
export const ItineraryEvent: z.ZodType<DomainItineraryEvent> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ItineraryPlanned'),
    v: z.literal(2),
    data: z.object({ ...planned, asked: Asked, basis: Basis.nullable(), siblings: Siblings }),
  }),
  z.object({
    type: z.literal('ItineraryDeclined'),
    v: z.literal(1),
    data: z.object({ frame: ItineraryFrame, seed: z.number(), infeasible: Infeasible, provenance: Provenance }),
  }),
  z.object({ type: z.literal('ItineraryWithdrawn'), v: z.literal(1), data: z.object({ failure: z.string() }) }),
  z.object({
    type: z.enum(Object.values(EDIT_EVENTS)),
    v: z.literal(1),
    data: z.object({ edit: Edit, touches: z.object(touches), change: Change }),
  }),
  z.object({ type: z.literal('EditUndone'), v: z.literal(1), data: z.object({ of: z.number().int(), change: Change }) }),
  z.object({ type: z.literal('EditRedone'), v: z.literal(1), data: z.object({ of: z.number().int(), change: Change }) }),
  z.object({ type: z.literal('TripChanged'), v: z.literal(1), data: z.object({ basis: Basis }) }),
])

/** A ready itinerary as a snapshot keeps it, so that its events need not all be read again. */
export const ReadyItinerary: z.ZodType<DomainReady> = z.object({
  ...planned,
  status: z.literal('ready'),
  version: z.number().int(),
  updatedAt: z.number(),
  asked: Asked,
  basis: Basis.nullable(),
  siblings: Siblings,
  pins: Pins,
  title: z.string().nullable(),
  archived: z.boolean(),
  newestTrip: Basis.nullable(),
  history: z.array(
    z.object({
      ...touches,
      version: z.number().int(),
      actor: z.string(),
      edit: Edit,
      changedAt: z.number().int(),
      standing: z.enum(['done', 'undone', 'gone']),
    }),
  ),
})

const at = z.number()
const attempt = { step: PlanningStep, direction: z.enum(['run', 'undo']), number: z.number().int(), at }
const Verdict = z.enum(['ready', 'infeasible'])

/** One entry of the planning saga's journal. */
export const SagaEvent: z.ZodType<DomainSagaEvent> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('PlanningAccepted'),
    id: z.string(),
    fingerprint: z.string(),
    subject: PlanningSubject,
    first: PlanningStep,
    at,
  }),
  z.object({ type: z.literal('AttemptBegan'), ...attempt, deadlineAt: z.number(), compensable: z.boolean() }),
  z.object({ type: z.literal('AttemptSucceeded'), ...attempt, verdict: Verdict.nullable(), next: PlanningStep.nullable() }),
  z.object({ type: z.literal('AttemptFailed'), ...attempt, code: z.string(), retryAt: z.number().nullable() }),
  z.object({ type: z.literal('CancelRequested'), by: z.string(), at }),
  z.object({ type: z.literal('CompensationBegan'), failure: z.string(), at }),
  z.object({ type: z.literal('AttentionNeeded'), step: PlanningStep, code: z.string(), at }),
  z.object({ type: z.literal('CompensationRetried'), by: z.string(), at }),
  z.object({ type: z.literal('CompensationSkipped'), step: PlanningStep, by: z.string(), reason: z.string(), at }),
  z.object({ type: z.literal('FailureForced'), by: z.string(), reason: z.string(), at }),
  z.object({ type: z.literal('PlanningCompleted'), verdict: Verdict, at }),
  z.object({ type: z.literal('PlanningFailed'), failure: z.string(), at }),
])
