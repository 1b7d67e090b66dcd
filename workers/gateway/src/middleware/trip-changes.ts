import { describeError, log } from '@yeojeong/worker-kit'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { GatewayEnv } from '../bindings.ts'

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Tells a trip's itineraries, behind the answer, that the trip is not what it was. News that gets lost is found by the next
 * edit, which has the trip at hand.
 */
export const tellItineraries = createMiddleware<GatewayEnv>(async (c, next) => {
  await next()
  const tripId = c.req.param('tripId')
  if (tripId === undefined || !c.res.ok || !WRITES.has(c.req.method) || !changesTrip(c)) return
  const told = c.env.ITINERARY.tripChanged(c.get('callContext'), tripId).then(
    (answer) => {
      if (!answer.ok) log('warn', 'gateway.trip_change_refused', c.get('callContext'), { code: answer.error.code })
    },
    (error: unknown) => log('warn', 'gateway.trip_change_untold', c.get('callContext'), { error: describeError(error) }),
  )
  c.executionCtx.waitUntil(told)
})

/** Not the erasure of the trip itself, nor a plan for it. */
function changesTrip({ req }: Context<GatewayEnv>): boolean {
  const [, , , , part] = req.path.split('/')
  return part === undefined ? req.method !== 'DELETE' : part !== 'itineraries'
}
