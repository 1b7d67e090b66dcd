import { ItineraryId, ItineraryView, PlanAccepted, PlanRequest, TripId } from '@yeojeong/contracts'
import * as z from 'zod'
import { idempotencyKey } from '../middleware/idempotency-key.ts'
import { body, json, route, router } from '../openapi.ts'
import { readView } from '../read-view.ts'
import { call } from '../services.ts'

const params = z.object({ itineraryId: ItineraryId })

const plan = route(
  {
    method: 'post',
    path: '/v1/trips/{tripId}/itineraries',
    summary: 'Plan an itinerary',
    description: 'Accepted and made in the background; follow `progress`. Needs `Idempotency-Key`.',
    request: { params: z.object({ tripId: TripId }), body: body(PlanRequest) },
    responses: { 202: json(PlanAccepted, 'Accepted') },
  },
  'idempotency_key_missing',
  'unauthenticated',
  'not_found',
  'validation_failed',
  'idempotency_key_reused',
  'quota_exceeded',
  'read_only',
)
const get = route(
  {
    method: 'get',
    path: '/v1/itineraries/{itineraryId}',
    summary: 'One itinerary',
    description:
      'Send `If-None-Match` to save the body; send `Min-Version` to be sure not to read an older version than you know of. ' +
      'The header `Itinerary-Role` says what you are to it: `owner`, `editor` or `viewer`.',
    request: { params },
    responses: { 200: json(ItineraryView, 'The itinerary'), 304: { description: 'You have the newest version' } },
  },
  'unauthenticated',
  'not_found',
  'not_ready',
)
const progress = route(
  {
    method: 'get',
    path: '/v1/itineraries/{itineraryId}/progress',
    summary: 'Follow the planning',
    description: 'Server-sent events; each `data` is a `PlanningProgress`. Ends when the planning has ended.',
    request: { params },
    responses: { 200: { content: { 'text/event-stream': { schema: z.string() } }, description: 'Events' } },
  },
  'unauthenticated',
  'not_found',
)

export const itineraries = router()

itineraries.openapi(plan, async (c) => {
  const command = { tripId: c.req.valid('param').tripId, key: idempotencyKey(c), request: c.req.valid('json') }
  const accepted = await call(c, 'ITINERARY', (itinerary) => itinerary.plan(c.get('callContext'), command))
  return c.json(accepted, 202, { location: `/v1/itineraries/${accepted.itineraryId}` })
})

itineraries.openapi(get, (c) => readView(c, c.req.valid('param').itineraryId) as never)

itineraries.openapi(progress, async (c) => {
  const stream = await call(c, 'ITINERARY', (itinerary) => itinerary.progress(c.get('callContext'), c.req.valid('param').itineraryId))
  return new Response(stream as ReadableStream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  }) as never
})
