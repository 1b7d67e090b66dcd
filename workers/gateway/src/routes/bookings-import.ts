import { ProposedBookings, TripId } from '@yeojeong/contracts'
import * as z from 'zod'
import { json, route, router } from '../openapi.ts'
import { call } from '../services.ts'

const propose = route(
  {
    method: 'post',
    path: '/v1/trips/{tripId}/bookings/import',
    summary: 'Read bookings from a calendar file',
    description:
      'The body is an iCalendar file (`text/calendar`). Answers what its events would be, in the destination\u2019s clock; nothing is saved. ' +
      'Complete what `errors` point at and send it with `PUT /v1/trips/{tripId}/bookings` and `/lodgings`.',
    request: {
      params: z.object({ tripId: TripId }),
      body: { content: { 'text/calendar': { schema: z.string() } }, required: true },
    },
    responses: { 200: json(ProposedBookings, 'What was understood, and what was not') },
  },
  'unauthenticated',
  'not_found',
  'body_too_large',
  'unsupported_media_type',
  'validation_failed',
  'read_only',
)

export const bookingsImport = router()
bookingsImport.openapi(propose, async (c) => {
  const command = { tripId: c.req.valid('param').tripId, calendar: await c.req.text() }
  return c.json(await call(c, 'ITINERARY', (itinerary) => itinerary.proposeBookings(c.get('callContext'), command)), 200)
})
