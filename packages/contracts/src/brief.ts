import { DIETS, INTERESTS, MOBILITIES, PACES, TRANSPORTS, type TripBrief as DomainBrief } from '@yeojeong/domain'
import * as z from 'zod'
import { LatLng, LocalizedText, Money, PlainDate } from './values.ts'

const anchor = { name: LocalizedText, position: LatLng }
const Anchor = z.object(anchor)
const Taste = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
const Endpoint = z.object({ at: Anchor.nullable(), minute: z.number().int() })

/** The planner's view of a trip; the type is the domain's. */
export const TripBrief: z.ZodType<DomainBrief> = z.object({
  tripId: z.string(),
  destination: z.object({ regionId: z.string(), name: LocalizedText, center: LatLng, countryCode: z.string(), timeZone: z.string() }),
  startDate: PlainDate,
  endDate: PlainDate,
  arrival: Endpoint,
  departure: Endpoint,
  lodgings: z.array(
    z.object({ ...anchor, id: z.string(), firstNight: PlainDate, lastNight: PlainDate, stepFree: z.enum(['yes', 'no', 'unknown']) }),
  ),
  bookings: z.array(
    z.object({
      ...anchor,
      id: z.string(),
      kind: z.enum(['flight', 'train', 'ticket', 'restaurant', 'other']),
      date: PlainDate,
      startMin: z.number().int(),
      endMin: z.number().int(),
    }),
  ),
  transport: z.enum(TRANSPORTS),
  pace: z.enum(PACES),
  budget: Money.nullable(),
  travellers: z.array(
    z.object({
      id: z.string(),
      age: z.number().int(),
      mobility: z.enum(MOBILITIES),
      diets: z.array(z.enum(DIETS)),
      tastes: z.partialRecord(z.enum(INTERESTS), Taste),
      maxWalkLegM: z.number().exactOptional(),
      maxWalkDayM: z.number().exactOptional(),
      needsRest: z.boolean().exactOptional(),
    }),
  ),
  wishes: z.object({
    mustSee: z.array(z.string()),
    avoid: z.array(z.string()),
    avoidCategories: z.array(z.string()),
    interests: z.array(z.enum(INTERESTS)),
    fairness: z.number().min(0).max(1),
  }),
})
