import { AcceptShare, ItineraryId, Joined, NewShareLink, ShareId, ShareRequest, Sharing, UserId } from '@yeojeong/contracts'
import * as z from 'zod'
import { idempotencyKey } from '../middleware/idempotency-key.ts'
import { body, json, route, router } from '../openapi.ts'
import { call } from '../services.ts'

const params = z.object({ itineraryId: ItineraryId })
const MadeLink = NewShareLink.extend({
  /** For people. */
  url: z.string(),
  /** For calendars that subscribe: it follows every change. */
  calendarUrl: z.string(),
}).meta({ id: 'MadeShareLink' })

const create = route(
  {
    method: 'post',
    path: '/v1/itineraries/{itineraryId}/share',
    summary: 'Make a link for others',
    description:
      'The token is shown in this answer only. Only the owner may share. Needs `Idempotency-Key`; the same key gives the same link.',
    request: { params, body: body(ShareRequest) },
    responses: { 201: json(MadeLink, 'The link') },
  },
  'idempotency_key_missing',
  'unauthenticated',
  'not_found',
  'validation_failed',
  'idempotency_key_reused',
  'limit_reached',
  'read_only',
)
const list = route(
  {
    method: 'get',
    path: '/v1/itineraries/{itineraryId}/share',
    summary: 'Links, and who has joined',
    request: { params },
    responses: { 200: json(Sharing, 'Newest link first; without tokens') },
  },
  'unauthenticated',
  'not_found',
)
const revoke = route(
  {
    method: 'delete',
    path: '/v1/itineraries/{itineraryId}/share/{shareId}',
    summary: 'Take a link back',
    description: 'It stops at once, and whoever joined by it is out.',
    request: { params: params.extend({ shareId: ShareId }) },
    responses: { 204: { description: 'Taken back' } },
  },
  'unauthenticated',
  'not_found',
  'read_only',
)
const showOut = route(
  {
    method: 'delete',
    path: '/v1/itineraries/{itineraryId}/collaborators/{userId}',
    summary: 'Show somebody out, or leave',
    request: { params: params.extend({ userId: UserId }) },
    responses: { 204: { description: 'Gone' } },
  },
  'unauthenticated',
  'not_found',
  'read_only',
)
const accept = route(
  {
    method: 'post',
    path: '/v1/shared/accept',
    summary: 'Join by a link',
    description: 'From then on the itinerary opens with your own session, with the role of the link. Asked again it changes nothing.',
    request: { body: body(AcceptShare) },
    responses: { 200: json(Joined, 'What you are to it now') },
  },
  'unauthenticated',
  'not_found',
  'validation_failed',
  'limit_reached',
  'read_only',
)

export const shares = router()

shares.openapi(create, async (c) => {
  const command = { itineraryId: c.req.valid('param').itineraryId, key: idempotencyKey(c), request: c.req.valid('json') }
  const made = await call(c, 'ITINERARY', (itinerary) => itinerary.createShare(c.get('callContext'), command))
  const { origin, host } = new URL(c.req.url)
  const urls = { url: `${origin}/shared/${made.token}`, calendarUrl: `webcal://${host}/v1/shared/${made.token}/export.ics` }
  return c.json({ ...made, ...urls }, 201, { 'cache-control': 'no-store' })
})
shares.openapi(list, async (c) =>
  c.json(await call(c, 'ITINERARY', (itinerary) => itinerary.sharing(c.get('callContext'), c.req.valid('param').itineraryId)), 200),
)
shares.openapi(revoke, async (c) => {
  await call(c, 'ITINERARY', (itinerary) => itinerary.revokeShare(c.get('callContext'), c.req.valid('param')))
  return c.body(null, 204)
})
shares.openapi(showOut, async (c) => {
  await call(c, 'ITINERARY', (itinerary) => itinerary.removeCollaborator(c.get('callContext'), c.req.valid('param')))
  return c.body(null, 204)
})
shares.openapi(accept, async (c) =>
  c.json(await call(c, 'ITINERARY', (itinerary) => itinerary.acceptShare(c.get('callContext'), c.req.valid('json'))), 200),
)
