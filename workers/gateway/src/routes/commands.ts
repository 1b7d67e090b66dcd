import {
  Alternatives,
  CommandAnswer,
  CommandRequest,
  HistoryPage,
  HistoryQuery,
  ItineraryId,
  PlanAccepted,
  StopId,
} from '@yeojeong/contracts'
import * as z from 'zod'
import { body, json, route, router } from '../openapi.ts'
import { call } from '../services.ts'

const params = z.object({ itineraryId: ItineraryId })

const command = route(
  {
    method: 'post',
    path: '/v1/itineraries/{itineraryId}/commands',
    summary: 'Change an itinerary',
    description:
      'One change, on the version you saw. What does not touch what others have changed since is made on the newest version; anything else is a 409 that says what they did. A change that breaks a rule is refused unless `force` is set. `dryRun` tells what would come of it. With an `Idempotency-Key`, a repeat changes nothing more.',
    request: { params, body: body(CommandRequest) },
    responses: { 200: json(CommandAnswer, 'What came of it: the new version, the whole view and the difference') },
  },
  'unauthenticated',
  'not_found',
  'validation_failed',
  'version_conflict',
  'rules_broken',
  'edit_impossible',
  'stop_locked',
  'not_editable',
  'nothing_to_undo',
  'trip_changed',
  'plan_impossible',
  'provider_unavailable',
  'read_only',
)
const events = route(
  {
    method: 'get',
    path: '/v1/itineraries/{itineraryId}/events',
    summary: 'How an itinerary came to be what it is',
    description: 'Newest first. `RestoreVersion` goes back to any version named here.',
    request: { params, query: HistoryQuery },
    responses: { 200: json(HistoryPage, 'One page') },
  },
  'unauthenticated',
  'not_found',
  'validation_failed',
)
const alternatives = route(
  {
    method: 'get',
    path: '/v1/itineraries/{itineraryId}/alternatives',
    summary: 'What else it could be',
    description:
      'With `stop`: other places for it, best first, with the difference each makes; `SwapStop` takes one. Without: the plans of other character that were asked for with this one, side by side.',
    request: { params, query: z.object({ stop: StopId.optional() }) },
    responses: { 200: json(Alternatives, 'For the stop, or for the whole trip') },
  },
  'unauthenticated',
  'not_found',
  'not_editable',
  'trip_changed',
  'provider_unavailable',
)
const cancel = route(
  {
    method: 'post',
    path: '/v1/itineraries/{itineraryId}/cancel',
    summary: 'Stop planning',
    description: 'What the planning did so far is taken back. Follow `progress` to its end.',
    request: { params },
    responses: { 202: json(PlanAccepted, 'It is being taken back') },
  },
  'unauthenticated',
  'not_found',
  'too_late',
  'read_only',
)
const remove = route(
  {
    method: 'delete',
    path: '/v1/itineraries/{itineraryId}',
    summary: 'Erase an itinerary',
    description: 'With its history and whatever was shared of it; one that is being planned is cancelled first. Gone within a minute.',
    request: { params },
    responses: { 204: { description: 'It is being erased' } },
  },
  'unauthenticated',
  'not_found',
  'read_only',
)

export const commands = router()

commands.openapi(command, async (c) => {
  const { itineraryId } = c.req.valid('param')
  const key = c.req.header('idempotency-key') ?? c.get('requestId')
  const edit = { ...c.req.valid('json'), itineraryId, key: key.slice(0, 200) }
  const answer = await call(c, 'ITINERARY', (itinerary) => itinerary.edit(c.get('callContext'), edit))
  return c.json(answer, 200, { etag: `"v${answer.version}"` })
})

commands.openapi(events, async (c) =>
  c.json(
    await call(c, 'ITINERARY', (itinerary) =>
      itinerary.history(c.get('callContext'), c.req.valid('param').itineraryId, c.req.valid('query')),
    ),
    200,
  ),
)

commands.openapi(alternatives, async (c) => {
  const { stop } = c.req.valid('query')
  const { itineraryId } = c.req.valid('param')
  return c.json(await call(c, 'ITINERARY', (itinerary) => itinerary.alternatives(c.get('callContext'), itineraryId, stop ?? null)), 200)
})

commands.openapi(cancel, async (c) =>
  c.json(await call(c, 'ITINERARY', (itinerary) => itinerary.cancel(c.get('callContext'), c.req.valid('param').itineraryId)), 202),
)

commands.openapi(remove, async (c) => {
  await call(c, 'ITINERARY', (itinerary) => itinerary.erase(c.get('callContext'), c.req.valid('param').itineraryId))
  return c.body(null, 204)
})
