import {
  ATTACHMENT_QUOTA,
  MAX_THUMBNAIL_BYTES,
  PhotoType,
  serviceError,
  type AttachCommand,
  type Attachment,
  type AttachmentAddress,
  type CallContext,
  type MadeAttachment,
  type ServiceError,
} from '@yeojeong/contracts'
import { err, ok, type ItineraryState, type Result } from '@yeojeong/domain'
import { derivedId, notFound } from '@yeojeong/worker-kit'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { mayEdit, roleIn } from '../sharing/access.ts'
import type { AttachmentRow } from '../store/attachment-rows.ts'
import { eraseAttachment } from './photos.ts'
import { signTicket } from './ticket.ts'

export type AttachmentDeps = Pick<Deps, 'rows' | 'streams' | 'shares' | 'attachments' | 'photos' | 'wordsSealer' | 'sharePepper' | 'now'>

const UPLOAD_MS = 10 * 60_000

/** A memo is kept at once; a photo is announced, and its bytes come by the tickets. The same key makes one. */
export async function attach(
  deps: AttachmentDeps,
  ctx: CallContext,
  { itineraryId, stopId, key, attachment }: AttachCommand,
): Promise<Result<MadeAttachment, ServiceError>> {
  const [row, { state }] = await Promise.all([deps.rows.find(itineraryId), deps.streams.load(itineraryId)])
  if (row === null || !(await mayEdit(deps, ctx, row)) || !stopIdsOf(state).includes(stopId)) return err(notFound)
  const { tripId } = row
  const id = await derivedId('att', itineraryId, stopId, ctx.principal.userId, key)
  const announced = attachment.kind === 'photo' ? attachment.bytes : new TextEncoder().encode(attachment.text).length
  const known = await deps.attachments.find({ tripId, id })
  if (known === null) {
    const used = await deps.attachments.usage(tripId)
    if (used.count >= ATTACHMENT_QUOTA.count || used.bytes + announced > ATTACHMENT_QUOTA.bytes) {
      const { count, bytes } = ATTACHMENT_QUOTA
      return err(serviceError('limit_reached', `A trip holds ${count} attachments and ${bytes / 1024 / 1024} MiB.`))
    }
    await deps.attachments.add({
      tripId,
      id,
      itineraryId,
      stopId,
      kind: attachment.kind,
      bytes: announced,
      hasThumbnail: false,
      mediaType: null,
      missingSince: null,
      state: attachment.kind === 'memo' ? 'ready' : 'waiting',
      sealedText: attachment.kind === 'memo' ? await deps.wordsSealer.seal(attachment.text, `${tripId}/${id}`) : null,
      createdBy: ctx.principal.userId,
      createdAt: deps.now(),
    })
  }
  const stored = await deps.attachments.find({ tripId, id })
  if (stored === null) throw new Error('attachment: what was kept is not there')
  const made = await attachmentOf(deps, stored)
  if (attachment.kind === 'memo') return ok({ attachment: made, photo: null, thumbnail: null })
  const signer = await deps.sharePepper()
  const common = { tripId, id, keepLocation: attachment.keepLocation, expiresAt: deps.now() + UPLOAD_MS }
  return ok({
    attachment: made,
    photo: await signTicket(signer, { ...common, part: 'photo', maxBytes: attachment.bytes }),
    thumbnail: await signTicket(signer, { ...common, part: 'thumbnail', keepLocation: false, maxBytes: MAX_THUMBNAIL_BYTES }),
  })
}

/** Of every stop in the plan, for whoever has joined. */
export async function listAttachments(
  deps: AttachmentDeps,
  ctx: CallContext,
  itineraryId: string,
): Promise<Result<Attachment[], ServiceError>> {
  const row = await deps.rows.find(itineraryId)
  if (row === null || (await roleIn(deps, ctx, row)) === null) return err(notFound)
  const rows = await deps.attachments.list(row.tripId, itineraryId)
  return ok(await Promise.all(rows.map((one) => attachmentOf(deps, one))))
}

/** By the owner, or by whoever added it and may still edit. */
export async function removeAttachment(
  deps: AttachmentDeps,
  ctx: CallContext,
  { itineraryId, attachmentId }: AttachmentAddress,
): Promise<Result<null, ServiceError>> {
  const row = await deps.rows.find(itineraryId)
  if (row === null || !(await mayEdit(deps, ctx, row))) return err(notFound)
  const found = await deps.attachments.find({ tripId: row.tripId, id: attachmentId })
  if (found === null || found.itineraryId !== itineraryId) return err(notFound)
  if (found.createdBy !== ctx.principal.userId && row.ownerId !== ctx.principal.userId) return err(serviceError('forbidden'))
  await eraseAttachment(deps, found)
  return ok(null)
}

export function stopIdsOf(state: ItineraryState): string[] {
  return 'plan' in state ? state.plan.days.flatMap(({ stops }) => stops.map(({ id }) => id)) : []
}

async function attachmentOf({ wordsSealer }: Pick<Deps, 'wordsSealer'>, row: AttachmentRow): Promise<Attachment> {
  const { tripId, id, stopId, kind, state, sealedText, mediaType, bytes, hasThumbnail, createdBy, createdAt } = row
  const text = sealedText === null ? null : z.string().parse(await wordsSealer.open(sealedText, `${tripId}/${id}`))
  const type = mediaType === null ? null : PhotoType.parse(mediaType)
  return { id, stopId, kind, state, text, mediaType: type, bytes, hasThumbnail, createdBy, createdAt: new Date(createdAt).toISOString() }
}
