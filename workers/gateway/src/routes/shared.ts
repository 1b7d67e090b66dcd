import { EXPORT_FORMATS, ShareToken, SharedItinerary } from '@yeojeong/contracts'
import * as z from 'zod'
import { json, route, router } from '../openapi.ts'
import { call } from '../services.ts'
import { fileAnswer, fileResponse, LanguageQuery } from './export.ts'

/** What a link opens, for whoever holds it: no session is asked for. A token that does not work is not found, whatever the reason. */
export const shared = router()

const get = route(
  {
    method: 'get',
    path: '/v1/shared/{token}',
    summary: 'An itinerary behind a link',
    description: 'Without names of travellers and without their needs. No session needed.',
    security: [],
    request: { params: z.object({ token: ShareToken }) },
    responses: { 200: json(SharedItinerary, 'What the link shows') },
  },
  'not_found',
  'rate_limited',
  'not_ready',
)
shared.openapi(get, async (c) =>
  c.json(await call(c, 'ITINERARY', (itinerary) => itinerary.readShared(c.get('callContext'), c.req.valid('param').token)), 200, {
    'cache-control': 'private, no-cache',
  }),
)

for (const format of EXPORT_FORMATS) {
  const file = route(
    {
      method: 'get',
      path: `/v1/shared/{token}/export.${format}`,
      summary: `A shared itinerary as ${format}`,
      description: format === 'ics' ? 'For calendars to subscribe to (`webcal://`). No session needed.' : 'No session needed.',
      security: [],
      request: { params: z.object({ token: ShareToken }), query: LanguageQuery },
      responses: fileAnswer(format),
    },
    'not_found',
    'rate_limited',
    'not_ready',
  )
  shared.openapi(file, async (c) => {
    const { language = c.get('callContext').language } = c.req.valid('query')
    const query = { token: c.req.valid('param').token, format }
    const made = await call(c, 'ITINERARY', (itinerary) => itinerary.exportShared({ ...c.get('callContext'), language }, query))
    return fileResponse(made, language, c.req.header('if-none-match'), format === 'ics' ? 'inline' : 'attachment') as never
  })
}
