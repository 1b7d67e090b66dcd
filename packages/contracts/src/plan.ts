import type { Infeasible as DomainInfeasible, Plan as DomainPlan } from '@yeojeong/domain'
import * as z from 'zod'
import { LatLng, LocalizedText, Money, PlainDate } from './values.ts'

const Minute = z.number()
export const Reason = z
  .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])) })
  .meta({ id: 'Reason' })

const Leg = z.object({
  mode: z.enum(['walk', 'transit', 'car', 'taxi']),
  departMin: Minute,
  arriveMin: Minute,
  durationMin: z.number(),
  distanceM: z.number(),
  walkM: z.number(),
  source: z.string(),
})
const Stop = z.object({
  id: z.string(),
  kind: z.enum(['arrival', 'departure', 'lodging', 'sight', 'meal', 'rest', 'booking']),
  refId: z.string().nullable(),
  names: LocalizedText,
  position: LatLng,
  arriveMin: Minute,
  startMin: Minute,
  endMin: Minute,
  meal: z.enum(['breakfast', 'lunch', 'dinner']).nullable(),
  open: z.object({ open: Minute, close: Minute, lastEntry: Minute }).nullable(),
  hoursKnown: z.boolean(),
  cost: Money.nullable(),
  locked: z.boolean(),
  note: z.string().nullable(),
  reasons: z.array(Reason),
  leg: Leg.nullable(),
})
export const Warning = z.object({ ...Reason.shape, stopId: z.string().nullable(), day: z.number().nullable() }).meta({ id: 'Warning' })
export const Dropped = z.object({ placeId: z.string(), names: LocalizedText, wished: z.boolean(), reason: Reason }).meta({ id: 'Dropped' })
export const MemberReport = z
  .object({ travellerId: z.string(), satisfaction: z.number(), reasons: z.array(Reason) })
  .meta({ id: 'MemberReport' })
export const PlanCost = z.object({ known: Money.nullable(), unknownStops: z.number().int() }).meta({ id: 'PlanCost' })

export const DayPlan = z.object({
  index: z.number().int(),
  date: PlainDate,
  stops: z.array(Stop),
  walkM: z.number(),
  movingMin: z.number(),
})
const rest = {
  dropped: z.array(Dropped),
  members: z.array(MemberReport),
  cost: PlanCost,
  warnings: z.array(Warning),
  score: z.number(),
}
/** A plan without its days. */
export const PlanRest = z.object(rest)
/** A plan as stored in events and handed between steps; the type is the domain's. */
export const Plan: z.ZodType<DomainPlan> = z.object({ days: z.array(DayPlan), ...rest })

export const Infeasible: z.ZodType<DomainInfeasible> = z
  .object({ conflict: z.array(Reason), relaxations: z.array(Reason) })
  .meta({ id: 'Infeasible' }) as z.ZodType<DomainInfeasible>
