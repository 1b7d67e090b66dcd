import {
  Attachment,
  AttachmentId,
  ErrorCode,
  INTERNAL_HEADERS,
  ItineraryId,
  NewAttachment,
  REFUSAL_HEADER,
  serviceError,
  StopId,
} from '@yeojeong/contracts'
import { describeError, log } from '@yeojeong/worker-kit'
import type { Context } from 'hono'
import * as z from 'zod'
import type { GatewayEnv } from '../bindings.ts'
import { idempotencyKey } from '../middleware/idempotency-key.ts'
import { body, json, route, router } from '../openapi.ts'
import { ServiceFailure } from '../problem.ts'
import { call } from '../services.ts'

const params = z.object({ itineraryId: ItineraryId })
const Upload = z
  .object({ method: z.literal('PUT'), url: z.string(), expiresAt: z.iso.datetime(), maxBytes: z.number().int() })
  .meta({ id: 'Upload' })
const Made = z.object({ attachment: Attachment, photo: Upload.nullable(), thumbnail: Upload.nullable() }).meta({ id: 'MadeAttachment' })

const attach = route(
  {
    method: 'post',
    path: '/v1/itineraries/{itineraryId}/stops/{stopId}/attachments',
    summary: 'Put a photo or a memo on a stop',
    description:
      'A memo is kept at once. For a photo (JPEG, PNG, WebP, HEIC, at most 20 MiB) send its bytes with `PUT` to `photo.url`, and a small ' +
      'JPEG or WebP made on the device to `thumbnail.url`, within ten minutes; these addresses need no session. Where it was taken is taken ' +
      'out unless `keepLocation`. For owners and editors. Needs `Idempotency-Key`.',
    request: { params: params.extend({ stopId: StopId }), body: body(NewAttachment) },
    responses: { 201: json(Made, 'The attachment, and where its bytes go') },
  },
  'idempotency_key_missing',
  'unauthenticated',
  'not_found',
  'validation_failed',
  'limit_reached',
  'read_only',
)
const list = route(
  {
    method: 'get',
    path: '/v1/itineraries/{itineraryId}/attachments',
    summary: 'Photos and memos of an itinerary',
    request: { params },
    responses: { 200: json(z.object({ items: z.array(Attachment) }), 'Oldest first, of stops that are in the plan') },
  },
  'unauthenticated',
  'not_found',
)
const address = params.extend({ attachmentId: AttachmentId })
const remove = route(
  {
    method: 'delete',
    path: '/v1/itineraries/{itineraryId}/attachments/{attachmentId}',
    summary: 'Erase a photo or a memo',
    request: { params: address },
    responses: { 204: { description: 'Erased, its bytes too' } },
  },
  'unauthenticated',
  'forbidden',
  'not_found',
  'read_only',
)
const bytes = route(
  {
    method: 'get',
    path: '/v1/itineraries/{itineraryId}/attachments/{attachmentId}/{part}',
    summary: 'A photo, or its thumbnail',
    request: { params: address.extend({ part: z.enum(['photo', 'thumbnail']) }) },
    responses: { 200: { content: { 'image/*': { schema: z.string() } }, description: 'The bytes' } },
  },
  'unauthenticated',
  'not_found',
  'not_ready',
)

export const attachments = router()
attachments.openapi(attach, async (c) => {
  const command = { ...c.req.valid('param'), key: idempotencyKey(c), attachment: c.req.valid('json') }
  const made = await call(c, 'ITINERARY', (itinerary) => itinerary.attach(c.get('callContext'), command))
  const { origin } = new URL(c.req.url)
  const upload = (ticket: typeof made.photo) =>
    ticket === null
      ? null
      : { method: 'PUT' as const, url: `${origin}/v1/uploads/${ticket.token}`, expiresAt: ticket.expiresAt, maxBytes: ticket.maxBytes }
  return c.json({ attachment: made.attachment, photo: upload(made.photo), thumbnail: upload(made.thumbnail) }, 201)
})
attachments.openapi(list, async (c) =>
  c.json(
    { items: await call(c, 'ITINERARY', (itinerary) => itinerary.attachments(c.get('callContext'), c.req.valid('param').itineraryId)) },
    200,
  ),
)
attachments.openapi(remove, async (c) => {
  await call(c, 'ITINERARY', (itinerary) => itinerary.removeAttachment(c.get('callContext'), c.req.valid('param')))
  return c.body(null, 204)
})
attachments.openapi(bytes, async (c) => {
  const { itineraryId, attachmentId, part } = c.req.valid('param')
  const path = `/itineraries/${itineraryId}/attachments/${attachmentId}/${part}`
  const found = await passOn(c, path, { headers: { [INTERNAL_HEADERS.context]: JSON.stringify(c.get('callContext')) } })
  // What people uploaded is shown as a picture and is nothing else: it runs nothing and loads nothing.
  const safety = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" }
  const type = found.headers.get('content-type') ?? 'application/octet-stream'
  const name = `${attachmentId}.${type.split('/')[1]}`
  const headers = {
    'content-type': type,
    'content-disposition': `inline; filename="${name}"`,
    'cache-control': 'private, max-age=3600',
    ...safety,
  }
  return new Response(found.body, { headers }) as never
})

const upload = route(
  {
    method: 'put',
    path: '/v1/uploads/{token}',
    summary: 'Send the bytes of a photo',
    description: 'To the address an attachment was answered with. Its type is told from the bytes. Once only.',
    security: [],
    request: {
      params: z.object({ token: z.string().max(1_000) }),
      body: { content: { 'application/octet-stream': { schema: z.string() } }, required: true },
    },
    responses: { 204: { description: 'Kept' } },
  },
  'not_found',
  'body_too_large',
  'unsupported_media_type',
  'validation_failed',
  'rate_limited',
  'read_only',
)
/** Apart from the others: the signed address is the right, no session is asked for, and the body may be large. */
export const uploads = router()
uploads.openapi(upload, async (c) => {
  await passOn(c, `/uploads/${c.req.valid('param').token}`, { method: 'PUT', body: c.req.raw.body })
  return c.body(null, 204)
})

const DETAILS: { readonly [C in ErrorCode]?: string } = {
  unsupported_media_type: 'A photo is a JPEG, PNG, WebP or HEIC; a thumbnail no HEIC.',
  validation_failed: 'What says where this photo was taken could not be taken out of it. Send it as a JPEG, or keep its location.',
}

async function passOn(c: Context<GatewayEnv>, path: string, init: RequestInit): Promise<Response> {
  let answer: Response
  try {
    answer = await c.env.ITINERARY.fetch(`https://itinerary${path}`, init)
  } catch (error) {
    log('error', 'gateway.service_threw', c.get('callContext'), { service: 'ITINERARY', error: describeError(error) })
    throw new ServiceFailure(serviceError(c.req.method === 'GET' ? 'not_ready' : 'read_only'))
  }
  if (answer.ok) return answer
  const code = ErrorCode.catch('internal').parse(answer.headers.get(REFUSAL_HEADER))
  throw new ServiceFailure(serviceError(code, DETAILS[code]))
}
