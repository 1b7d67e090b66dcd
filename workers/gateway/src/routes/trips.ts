import { BookingsInput, LodgingsInput, PageQuery, TransportInput, Trip, TripId, TripInput, TripPage, TripPatch } from '@yeojeong/contracts'
import * as z from 'zod'
import { idempotencyKey } from '../middleware/idempotency-key.ts'
import { body, json, route, router } from '../openapi.ts'
import { call } from '../services.ts'

const params = z.object({ tripId: TripId })
const asTrip = { 200: json(Trip, 'The trip as it is now') }

const create = route(
  {
    method: 'post',
    path: '/v1/trips',
    summary: 'Create a trip',
    description: 'Needs `Idempotency-Key`.',
    request: { body: body(TripInput) },
    responses: { 201: json(Trip, 'The new trip') },
  },
  'bad_json',
  'idempotency_key_missing',
  'unauthenticated',
  'validation_failed',
  'region_unknown',
  'idempotency_key_reused',
  'read_only',
)
const list = route(
  {
    method: 'get',
    path: '/v1/trips',
    summary: 'My trips, newest first',
    request: { query: PageQuery },
    responses: { 200: json(TripPage, 'One page') },
  },
  'unauthenticated',
  'validation_failed',
)
const get = route(
  { method: 'get', path: '/v1/trips/{tripId}', summary: 'One trip', request: { params }, responses: asTrip },
  'unauthenticated',
  'not_found',
)
const patch = route(
  { method: 'patch', path: '/v1/trips/{tripId}', summary: 'Change a trip', request: { params, body: body(TripPatch) }, responses: asTrip },
  'unauthenticated',
  'not_found',
  'validation_failed',
  'region_unknown',
  'version_conflict',
)
const remove = route(
  {
    method: 'delete',
    path: '/v1/trips/{tripId}',
    summary: 'Erase a trip',
    request: { params },
    description: 'With its itineraries, their history and whatever was shared of them.',
    responses: { 204: { description: 'Erased' } },
  },
  'unauthenticated',
  'not_found',
  'read_only',
)
const putLodgings = route(
  {
    method: 'put',
    path: '/v1/trips/{tripId}/lodgings',
    summary: 'Say where the nights are slept',
    request: { params, body: body(LodgingsInput) },
    responses: asTrip,
  },
  'unauthenticated',
  'not_found',
  'validation_failed',
  'version_conflict',
)
const putBookings = route(
  {
    method: 'put',
    path: '/v1/trips/{tripId}/bookings',
    summary: 'Say what is booked',
    request: { params, body: body(BookingsInput) },
    responses: asTrip,
  },
  'unauthenticated',
  'not_found',
  'validation_failed',
  'version_conflict',
)
const putTransport = route(
  {
    method: 'put',
    path: '/v1/trips/{tripId}/transport',
    summary: 'Say how the party gets about',
    request: { params, body: body(TransportInput) },
    responses: asTrip,
  },
  'unauthenticated',
  'not_found',
  'validation_failed',
  'version_conflict',
)

export const trips = router()

trips.openapi(create, async (c) => {
  const trip = c.req.valid('json')
  const key = idempotencyKey(c)
  const region = await call(c, 'LOCATION', (location) => location.region(c.get('callContext'), trip.destination.regionId))
  const created = await call(c, 'PROFILE', (profile) => profile.createTrip(c.get('callContext'), { key, trip, region }))
  return c.json(created, 201, { location: `/v1/trips/${created.id}` })
})

trips.openapi(list, async (c) =>
  c.json(await call(c, 'PROFILE', (profile) => profile.listTrips(c.get('callContext'), c.req.valid('query'))), 200),
)

trips.openapi(get, async (c) =>
  c.json(await call(c, 'PROFILE', (profile) => profile.getTrip(c.get('callContext'), c.req.valid('param').tripId)), 200),
)

trips.openapi(patch, async (c) => {
  const fields = c.req.valid('json')
  const regionId = fields.destination?.regionId
  const region = regionId === undefined ? null : await call(c, 'LOCATION', (location) => location.region(c.get('callContext'), regionId))
  return c.json(
    await call(c, 'PROFILE', (profile) => profile.updateTrip(c.get('callContext'), c.req.valid('param').tripId, fields, region)),
    200,
  )
})

// The itineraries first: they are found by what the trip's own row would no longer tell.
trips.openapi(remove, async (c) => {
  await call(c, 'ITINERARY', (itinerary) => itinerary.forgetTrip(c.get('callContext'), c.req.valid('param').tripId))
  await call(c, 'PROFILE', (profile) => profile.deleteTrip(c.get('callContext'), c.req.valid('param').tripId))
  return c.body(null, 204)
})

trips.openapi(putLodgings, async (c) =>
  c.json(
    await call(c, 'PROFILE', (profile) => profile.setLodgings(c.get('callContext'), c.req.valid('param').tripId, c.req.valid('json'))),
    200,
  ),
)
trips.openapi(putBookings, async (c) =>
  c.json(
    await call(c, 'PROFILE', (profile) => profile.setBookings(c.get('callContext'), c.req.valid('param').tripId, c.req.valid('json'))),
    200,
  ),
)
trips.openapi(putTransport, async (c) =>
  c.json(
    await call(c, 'PROFILE', (profile) => profile.setTransport(c.get('callContext'), c.req.valid('param').tripId, c.req.valid('json'))),
    200,
  ),
)
