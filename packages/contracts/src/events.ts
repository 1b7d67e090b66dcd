import type {
  ItineraryEvent as DomainItineraryEvent,
  ItineraryFrame as DomainFrame,
  PlanningSubject as DomainSubject,
  SagaEvent as DomainSagaEvent,
} from '@yeojeong/domain'
import * as z from 'zod'
import { Degradation, Place } from './place.ts'
import { Infeasible, Plan } from './plan.ts'
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

/** An itinerary's event without its place in the stream (that is the row's). */
export const ItineraryEvent: z.ZodType<DomainItineraryEvent> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ItineraryPlanned'),
    v: z.literal(1),
    data: z.object({ frame: ItineraryFrame, seed: z.number(), plan: Plan, places: z.array(Place), provenance: Provenance }),
  }),
  z.object({
    type: z.literal('ItineraryDeclined'),
    v: z.literal(1),
    data: z.object({ frame: ItineraryFrame, seed: z.number(), infeasible: Infeasible, provenance: Provenance }),
  }),
  z.object({ type: z.literal('ItineraryWithdrawn'), v: z.literal(1), data: z.object({ failure: z.string() }) }),
])

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
  z.object({ type: z.literal('PlanningCompleted'), verdict: Verdict, at }),
  z.object({ type: z.literal('PlanningFailed'), failure: z.string(), at }),
])
