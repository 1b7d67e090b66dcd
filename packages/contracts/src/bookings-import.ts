import * as z from 'zod'
import { FieldError } from './errors.ts'
import { TripId } from './ids.ts'
import { BookingInput, LodgingInput } from './trip.ts'
import { LatLng, PlainDate } from './values.ts'

/** Most events of one file that are looked at. */
export const MAX_CALENDAR_EVENTS = 300

const from = {
  /** The event's UID, and its words: what a person needs to recognise it. */
  uid: z.string(),
  summary: z.string(),
  location: z.string().nullable(),
  /** What keeps it from being saved as it is; pointers into this proposal. */
  errors: z.array(FieldError),
}

/** Ready for `PUT /v1/trips/{tripId}/bookings` once `errors` is empty; a calendar seldom says where on Earth something is. */
export const ProposedBooking = z
  .object({ ...from, booking: BookingInput.extend({ position: LatLng.nullable() }) })
  .meta({ id: 'ProposedBooking' })
export type ProposedBooking = z.infer<typeof ProposedBooking>

/** A stay over nights, for `PUT /v1/trips/{tripId}/lodgings`. */
export const ProposedLodging = z
  .object({
    ...from,
    lodging: z.object({ name: LodgingInput.shape.name, position: LatLng.nullable(), firstNight: PlainDate, lastNight: PlainDate }),
  })
  .meta({ id: 'ProposedLodging' })
export type ProposedLodging = z.infer<typeof ProposedLodging>

export const ProposedBookings = z
  .object({
    bookings: z.array(ProposedBooking),
    lodgings: z.array(ProposedLodging),
    /** Events nothing can be made of; `pointer` counts the events of the file from 0. */
    skipped: z.array(z.object({ pointer: z.string(), uid: z.string(), summary: z.string(), detail: z.string() })),
  })
  .meta({ id: 'ProposedBookings' })
export type ProposedBookings = z.infer<typeof ProposedBookings>

export const ImportBookings = z.object({ tripId: TripId, calendar: z.string().max(1024 * 1024) })
export type ImportBookings = z.infer<typeof ImportBookings>
