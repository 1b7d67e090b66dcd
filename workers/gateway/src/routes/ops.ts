import { ItineraryId, LocationCommand, LocationOperations, OpsOverview, SagaAction, SagaReport } from '@yeojeong/contracts'
import * as z from 'zod'
import { body, json, route, router } from '../openapi.ts'
import { call } from '../services.ts'

const params = z.object({ itineraryId: ItineraryId })

const overview = route(
  {
    method: 'get',
    path: '/ops/attention',
    summary: 'Plannings that need a person',
    description: 'Halted on a compensation that keeps failing, or not moving; and what reconciling the views has found. For operators.',
    responses: { 200: json(OpsOverview, 'Oldest first') },
  },
  'unauthenticated',
  'forbidden',
)
const report = route(
  {
    method: 'get',
    path: '/ops/sagas/{itineraryId}',
    summary: 'A planning with its journal',
    description: 'For operators.',
    request: { params },
    responses: { 200: json(SagaReport, 'Codes and times only') },
  },
  'unauthenticated',
  'forbidden',
  'not_found',
)
const resolve = route(
  {
    method: 'post',
    path: '/ops/sagas/{itineraryId}/actions',
    summary: 'Decide about a halted planning',
    description: 'Try the compensation again, skip it and say why, or end the planning as it is. For operators.',
    request: { params, body: body(SagaAction) },
    responses: { 200: json(SagaReport, 'As it is now') },
  },
  'unauthenticated',
  'forbidden',
  'not_found',
  'too_late',
  'validation_failed',
)

const location = route(
  {
    method: 'get',
    path: '/ops/location',
    summary: 'Place providers: breakers, budgets, cache',
    description: 'Also what was taken out of the cache and which destinations are kept warm. For operators.',
    responses: { 200: json(LocationOperations, 'In the order they are asked') },
  },
  'unauthenticated',
  'forbidden',
)
const operate = route(
  {
    method: 'post',
    path: '/ops/location/actions',
    summary: 'Act on a place provider or the cache',
    description:
      'Shut a provider out or let it in again, take a place, a provider or everything (`*`) out of the cache, warm popular destinations. For operators.',
    request: { body: body(LocationCommand) },
    responses: { 200: json(LocationOperations, 'As it is now') },
  },
  'unauthenticated',
  'forbidden',
  'not_found',
  'not_ready',
  'validation_failed',
)

export const ops = router()

ops.openapi(overview, async (c) => c.json(await call(c, 'ITINERARY', (itinerary) => itinerary.opsOverview(c.get('callContext'))), 200))

ops.openapi(report, async (c) =>
  c.json(await call(c, 'ITINERARY', (itinerary) => itinerary.opsSaga(c.get('callContext'), c.req.valid('param').itineraryId)), 200),
)

ops.openapi(resolve, async (c) => {
  const { itineraryId } = c.req.valid('param')
  return c.json(
    await call(c, 'ITINERARY', (itinerary) => itinerary.opsResolve(c.get('callContext'), itineraryId, c.req.valid('json'))),
    200,
  )
})

ops.openapi(location, async (c) => c.json(await call(c, 'LOCATION', (service) => service.operations(c.get('callContext'))), 200))

ops.openapi(operate, async (c) =>
  c.json(await call(c, 'LOCATION', (service) => service.operate(c.get('callContext'), c.req.valid('json'))), 200),
)
