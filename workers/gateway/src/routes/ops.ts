import { ItineraryId, OpsOverview, SagaAction, SagaReport } from '@yeojeong/contracts'
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
