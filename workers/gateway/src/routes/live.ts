import { INTERNAL_HEADERS, ItineraryId, LiveMessage, serviceError, type ErrorCode } from '@yeojeong/contracts'
import { describeError, log } from '@yeojeong/worker-kit'
import type { Context } from 'hono'
import * as z from 'zod'
import type { GatewayEnv } from '../bindings.ts'
import { refuseForeignOrigin } from '../middleware/authenticate.ts'
import { json, route, router } from '../openapi.ts'
import { ServiceFailure } from '../problem.ts'

const live = route(
  {
    method: 'get',
    path: '/v1/itineraries/{itineraryId}/live',
    summary: 'Who is here, and what has changed (WebSocket)',
    description:
      'Each message from here is a `LiveMessage`. Send `{"type":"name","name":"…"}` to be shown by a name, and the text `ping` ' +
      'now and then (`pong` comes back). Closed with 4403 when you may no longer read the itinerary.',
    request: { params: z.object({ itineraryId: ItineraryId }) },
    responses: { 101: json(LiveMessage, 'Switched to WebSocket; its messages') },
  },
  'unauthenticated',
  'forbidden',
  'not_found',
  'validation_failed',
  'limit_reached',
  'not_ready',
)

export const liveRoutes = router()
liveRoutes.openapi(live, async (c) => {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
    throw new ServiceFailure(serviceError('validation_failed', 'Open this address as a WebSocket.'))
  }
  // A browser sends the cookie with any site's WebSocket, and no other site's page may listen.
  refuseForeignOrigin(c)
  const answer = await enter(c, c.req.valid('param').itineraryId)
  if (answer.webSocket === null) throw new ServiceFailure(serviceError(REFUSALS[answer.status] ?? 'not_ready'))
  return new Response(null, { status: 101, webSocket: answer.webSocket }) as never
})

const REFUSALS: { readonly [status: number]: ErrorCode } = { 404: 'not_found', 429: 'limit_reached' }

async function enter(c: Context<GatewayEnv>, itineraryId: string): Promise<Response> {
  const headers = { upgrade: 'websocket', [INTERNAL_HEADERS.context]: JSON.stringify(c.get('callContext')) }
  try {
    return await c.env.ITINERARY.fetch(`https://itinerary/live/${itineraryId}`, { headers })
  } catch (error) {
    log('error', 'gateway.service_threw', c.get('callContext'), { service: 'ITINERARY', error: describeError(error) })
    return new Response(null, { status: 503 })
  }
}
