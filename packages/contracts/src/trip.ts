import { daysBetween, PACES, TRANSPORTS } from '@yeojeong/domain'
import * as z from 'zod'
import { ItineraryId, TripId } from './ids.ts'
import { Member, MemberInput } from './member.ts'
import { ClockTime, LatLng, Money, PlainDate } from './values.ts'

export const MAX_TRIP_DAYS = 30
export const MAX_MEMBERS = 12

const Spot = z.object({ name: z.string().trim().min(1).max(120), position: LatLng })

/** Where a night is slept. Without dates it serves the whole trip. */
export const LodgingInput = z
  .object({
    ...Spot.shape,
    firstNight: PlainDate.optional(),
    lastNight: PlainDate.optional(),
    stepFree: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  })
  .meta({ id: 'Lodging' })

/** Something bought that the plan keeps to the minute; local times, `end` before `start` means the next day. */
export const BookingInput = z
  .object({
    ...Spot.shape,
    kind: z.enum(['flight', 'train', 'ticket', 'restaurant', 'other']),
    date: PlainDate,
    start: ClockTime,
    end: ClockTime,
  })
  .meta({ id: 'Booking' })

/** When and where the party becomes free, or must be at the end; `at` null = at the lodging. */
const Endpoint = z.object({ time: ClockTime, at: Spot.nullable().default(null) })

const tripFields = {
  title: z.string().trim().max(120).optional(),
  destination: z.object({ regionId: z.string().min(1).max(40) }),
  startDate: PlainDate,
  endDate: PlainDate,
  arrival: Endpoint.default({ time: '10:00', at: null }),
  departure: Endpoint.default({ time: '18:00', at: null }),
  lodgings: z.array(LodgingInput).min(1, 'somewhere to sleep is needed').max(10),
  bookings: z.array(BookingInput).max(40).default([]),
  transport: z.enum(TRANSPORTS).default('transit'),
  pace: z.enum(PACES).default('balanced'),
  /** For admissions and meals of everybody over the whole trip. */
  budget: Money.nullable().default(null),
}

type Dates = { startDate?: string | undefined; endDate?: string | undefined }

/** Dates in order and 1 to 30 days; said at the field a person would correct. */
export function checkDates(trip: Dates, issue: (path: string, message: string) => void): void {
  if (trip.startDate === undefined || trip.endDate === undefined) return
  const days = daysBetween(trip.startDate, trip.endDate) + 1
  if (days < 1) issue('endDate', 'the trip ends before it starts')
  if (days > MAX_TRIP_DAYS) issue('endDate', `a trip is 1 to ${MAX_TRIP_DAYS} days; this is ${days}`)
}

export const TripInput = z
  .object({
    ...tripFields,
    members: z.array(MemberInput).min(1, 'at least one traveller is needed').max(MAX_MEMBERS),
  })
  .superRefine((trip, ctx) => {
    checkDates(trip, (path, message) => ctx.addIssue({ code: 'custom', path: [path], message }))
  })
  .meta({ id: 'TripInput' })
export type TripInput = z.infer<typeof TripInput>

/** Only the fields named change; the whole is validated again as one trip. */
export const TripPatch = z
  .object({
    title: tripFields.title,
    destination: tripFields.destination,
    startDate: PlainDate,
    endDate: PlainDate,
    arrival: Endpoint,
    departure: Endpoint,
    pace: z.enum(PACES),
    budget: Money.nullable(),
  })
  .partial()
  .meta({ id: 'TripPatch' })
export type TripPatch = z.infer<typeof TripPatch>

export const LodgingsInput = z.object({ lodgings: tripFields.lodgings }).meta({ id: 'LodgingsInput' })
export const BookingsInput = z.object({ bookings: z.array(BookingInput).max(40) }).meta({ id: 'BookingsInput' })
export const TransportInput = z.object({ transport: z.enum(TRANSPORTS) }).meta({ id: 'TransportInput' })
export type LodgingsInput = z.infer<typeof LodgingsInput>
export type BookingsInput = z.infer<typeof BookingsInput>
export type TransportInput = z.infer<typeof TransportInput>

export const Trip = z
  .object({
    id: TripId,
    version: z.number().int().positive(),
    ...tripFields,
    title: z.string(),
    destination: z.object({
      regionId: z.string(),
      names: z.record(z.string(), z.string()),
      timeZone: z.string(),
      countryCode: z.string(),
      center: LatLng,
    }),
    arrival: z.object({ time: ClockTime, at: Spot.nullable() }),
    departure: z.object({ time: ClockTime, at: Spot.nullable() }),
    bookings: z.array(BookingInput),
    transport: z.enum(TRANSPORTS),
    pace: z.enum(PACES),
    budget: Money.nullable(),
    members: z.array(Member),
    itineraryIds: z.array(ItineraryId),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Trip' })
export type Trip = z.infer<typeof Trip>

/** What a list shows; newest first. */
export const TripSummary = Trip.pick({
  id: true,
  title: true,
  destination: true,
  startDate: true,
  endDate: true,
  itineraryIds: true,
  updatedAt: true,
})
  .extend({ memberCount: z.number().int() })
  .meta({ id: 'TripSummary' })
export const TripPage = z.object({ items: z.array(TripSummary), nextCursor: z.string().nullable() }).meta({ id: 'TripPage' })
export type TripSummary = z.infer<typeof TripSummary>
export type TripPage = z.infer<typeof TripPage>

export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type PageQuery = z.infer<typeof PageQuery>
