import { serviceError, type ServiceError } from '@yeojeong/contracts'
import { describeError, log } from '@yeojeong/worker-kit'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { GatewayEnv } from './bindings.ts'
import { authenticate, withoutSession } from './middleware/authenticate.ts'
import { operatorsOnly } from './middleware/operators-only.ts'
import { limitBody, requireJson } from './middleware/json-body.ts'
import { rateLimit } from './middleware/rate-limit.ts'
import { requestContext } from './middleware/request-context.ts'
import { tellItineraries } from './middleware/trip-changes.ts'
import { router } from './openapi.ts'
import { problemResponse, ServiceFailure } from './problem.ts'
import { attachments, uploads } from './routes/attachments.ts'
import { auth } from './routes/auth.ts'
import { bookingsImport } from './routes/bookings-import.ts'
import { commands } from './routes/commands.ts'
import { exports } from './routes/export.ts'
import { healthRoutes } from './routes/health.ts'
import { itineraries } from './routes/itineraries.ts'
import { liveRoutes } from './routes/live.ts'
import { me } from './routes/me.ts'
import { members } from './routes/members.ts'
import { ops } from './routes/ops.ts'
import { places } from './routes/places.ts'
import { addReference } from './routes/reference.ts'
import { shares } from './routes/share.ts'
import { shared } from './routes/shared.ts'
import { trips } from './routes/trips.ts'
import { unmatched } from './unmatched.ts'

/** The whole HTTP edge, in the order a request meets it. */
export function createApp(): OpenAPIHono<GatewayEnv> {
  const app = router()
  app.use(requestContext)
  app.use(secureHeaders())
  app.route('/', healthRoutes)
  app.use('/auth/*', rateLimit, limitBody, requireJson)
  app.route('/', auth)
  // Before the session is asked for: a link is opened by whoever holds it. Joining by one (POST) is past it.
  app.on('GET', '/v1/shared/*', withoutSession, rateLimit)
  app.route('/', shared)
  app.on('PUT', '/v1/uploads/*', withoutSession, rateLimit)
  app.route('/', uploads)
  app.use('/v1/*', authenticate, rateLimit, limitBody, requireJson)
  app.use('/v1/trips/:tripId', tellItineraries)
  app.use('/v1/trips/:tripId/*', tellItineraries)
  for (const routes of [me, trips, bookingsImport, members, itineraries, commands, liveRoutes, exports, attachments, shares, places])
    app.route('/', routes)
  app.use('/ops/*', authenticate, rateLimit, limitBody, requireJson, operatorsOnly)
  app.route('/', ops)
  addReference(app)

  app.notFound(unmatched(app))
  app.onError((error, c) => {
    const failure = failureOf(error)
    if (failure.code === 'internal')
      log('error', 'gateway.unexpected', null, { requestId: c.get('requestId'), error: describeError(error) })
    return problemResponse(failure, c.get('requestId'))
  })
  return app
}

function failureOf(error: unknown): ServiceError {
  if (error instanceof ServiceFailure) return error.failure
  // Hono's own refusals, e.g. a body its validator could not read.
  if (error instanceof HTTPException && error.status < 500) return serviceError('bad_json')
  return serviceError('internal')
}
