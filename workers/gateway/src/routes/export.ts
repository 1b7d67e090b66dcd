import { EXPORT_FORMATS, EXPORT_MEDIA_TYPES, ItineraryId, Language, type ExportedFile, type ExportFormat } from '@yeojeong/contracts'
import * as z from 'zod'
import { route, router } from '../openapi.ts'
import { call } from '../services.ts'

/** Programs that fetch a file seldom say a language; the address may. */
export const LanguageQuery = z.object({ language: Language.optional() })

/** `/v1/itineraries/{itineraryId}/export.ics` and its sisters: one route a format, so that each says what it gives. */
export const exports = router()
for (const format of EXPORT_FORMATS) {
  const file = route(
    {
      method: 'get',
      path: `/v1/itineraries/{itineraryId}/export.${format}`,
      summary: `An itinerary as ${format}`,
      description: 'Made as others may see it: no names of travellers, no needs. `language` defaults to `Accept-Language`.',
      request: { params: z.object({ itineraryId: ItineraryId }), query: LanguageQuery },
      responses: fileAnswer(format),
    },
    'unauthenticated',
    'not_found',
    'not_ready',
  )
  exports.openapi(file, async (c) => {
    const { language = c.get('callContext').language } = c.req.valid('query')
    const query = { itineraryId: c.req.valid('param').itineraryId, format }
    const made = await call(c, 'ITINERARY', (itinerary) => itinerary.exportItinerary({ ...c.get('callContext'), language }, query))
    return fileResponse(made, language, c.req.header('if-none-match'), 'attachment') as never
  })
}

export function fileAnswer(format: ExportFormat) {
  const type = EXPORT_MEDIA_TYPES[format].split(';')[0]!
  return {
    200: { content: { [type]: { schema: z.string() } }, description: 'The file' },
    304: { description: 'You have the newest version' },
  }
}

export function fileResponse(
  { format, version, title, text }: ExportedFile,
  language: string,
  known: string | undefined,
  disposition: 'attachment' | 'inline',
): Response {
  const headers = { etag: `"v${version}-${language}"`, 'cache-control': 'private, no-cache', vary: 'accept-language' }
  if (known === headers.etag) return new Response(null, { status: 304, headers })
  const name = `${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'itinerary'}.${format}`
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': EXPORT_MEDIA_TYPES[format],
      'content-disposition': `${disposition}; filename="itinerary.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
}
