import { AttachmentId, CallContext, INTERNAL_HEADERS, ItineraryId, REFUSAL_HEADER, type ErrorCode } from '@yeojeong/contracts'
import { describeError, log } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { mayEdit, roleIn } from '../sharing/access.ts'
import type { AttachmentRow } from '../store/attachment-rows.ts'
import { sniffPhoto } from './photo-type.ts'
import { readTicket, type Ticket } from './ticket.ts'
import { withoutLocation } from './without-location.ts'

type PhotoDeps = Pick<Deps, 'rows' | 'shares' | 'attachments' | 'photos' | 'sharePepper' | 'now'>

const UPLOAD = /^\/uploads\/([^/]+)$/
const PHOTO = /^\/itineraries\/([^/]+)\/attachments\/([^/]+)\/(photo|thumbnail)$/

/** Bytes in and out, which RPC should not carry. Null: the request is for something else. */
export async function servePhotos(deps: PhotoDeps, request: Request): Promise<Response | null> {
  const { pathname } = new URL(request.url)
  const token = UPLOAD.exec(pathname)?.[1]
  if (token !== undefined && request.method === 'PUT') return takeIn(deps, token, request)
  const address = PHOTO.exec(pathname)
  return address !== null && request.method === 'GET' ? giveOut(deps, request, address) : null
}

async function takeIn(deps: PhotoDeps, token: string, request: Request): Promise<Response> {
  const ticket = await readTicket(await deps.sharePepper(), token, deps.now())
  if (ticket === null) return refusal('not_found')
  const row = await deps.attachments.find(ticket)
  // A photo that has come is not replaced: whoever finds an old address cannot put another in its place.
  if (row === null || (ticket.part === 'photo' ? row.state === 'ready' : row.hasThumbnail)) return refusal('not_found')
  // The address outlives its holder's leave to edit.
  const itinerary = await deps.rows.find(row.itineraryId)
  if (itinerary === null || !(await mayEdit(deps, { principal: { userId: row.createdBy } }, itinerary))) return refusal('not_found')
  const bytes = await upTo(ticket.maxBytes, request.body)
  if (bytes === null) return refusal('body_too_large')
  const type = sniffPhoto(bytes)
  if (type === null || (ticket.part === 'thumbnail' && type === 'image/heic')) return refusal('unsupported_media_type')
  const clean = ticket.keepLocation ? bytes : withoutLocation(bytes, type)
  if (clean === null) return refusal('validation_failed')
  await deps.photos.put(keyOf(ticket, ticket.part), clean, { httpMetadata: { contentType: type } })
  const { tripId, id } = ticket
  if (ticket.part === 'photo') await deps.attachments.change({ tripId, id }, { state: 'ready', mediaType: type, bytes: clean.length })
  else await deps.attachments.change({ tripId, id }, { hasThumbnail: true, bytes: row.bytes + clean.length })
  return new Response(null, { status: 204 })
}

async function giveOut(deps: PhotoDeps, request: Request, [, itinerary, attachment, part]: RegExpExecArray): Promise<Response> {
  const [itineraryId, id] = [ItineraryId.safeParse(itinerary), AttachmentId.safeParse(attachment)]
  const header = request.headers.get(INTERNAL_HEADERS.context)
  if (!itineraryId.success || !id.success || header === null) return refusal('not_found')
  const row = await deps.rows.find(itineraryId.data)
  if (row === null || (await roleIn(deps, CallContext.parse(JSON.parse(header)), row)) === null) return refusal('not_found')
  const found = await deps.attachments.find({ tripId: row.tripId, id: id.data })
  if (found === null || found.itineraryId !== row.id || found.missingSince !== null) return refusal('not_found')
  const object = await deps.photos.get(keyOf(found, part === 'photo' ? 'photo' : 'thumbnail'))
  if (object === null) return refusal('not_found')
  const headers = { 'content-type': object.httpMetadata?.contentType ?? 'application/octet-stream', etag: object.httpEtag }
  return new Response(object.body, { headers })
}

/** Objects first: a row without objects is found again by the sweep, an object without a row by nobody. */
export async function eraseAttachment({ photos, attachments }: Pick<Deps, 'photos' | 'attachments'>, row: AttachmentRow): Promise<void> {
  if (row.kind === 'photo') await photos.delete([keyOf(row, 'photo'), keyOf(row, 'thumbnail')])
  await attachments.remove(row)
}

/** Erases what nothing belongs to any more; answers how many. */
export async function sweepAttachments(deps: Pick<Deps, 'photos' | 'attachments' | 'now'>): Promise<number> {
  const orphans = await deps.attachments.orphans(deps.now())
  for (const orphan of orphans) {
    await eraseAttachment(deps, orphan).catch((error: unknown) => {
      log('error', 'attachments.erase_failed', null, { attachmentId: orphan.id, error: describeError(error) })
    })
  }
  if (orphans.length > 0) log('info', 'attachments.swept', null, { erased: orphans.length })
  return orphans.length
}

function keyOf({ tripId, id }: Pick<AttachmentRow, 'tripId' | 'id'>, part: Ticket['part']): string {
  return `${tripId}/${id}/${part}`
}

/** The whole body where it is no longer than this; else null, with the rest unread. */
async function upTo(most: number, body: ReadableStream<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > most) return null
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  chunks.reduce((at, chunk) => (whole.set(chunk, at), at + chunk.length), 0)
  return whole
}

function refusal(code: ErrorCode): Response {
  return new Response(null, { status: 409, headers: { [REFUSAL_HEADER]: code } })
}
