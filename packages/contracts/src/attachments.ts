import * as z from 'zod'
import { ItineraryId, StopId, UserId } from './ids.ts'

export const MAX_PHOTO_BYTES = 20 * 1024 * 1024
export const MAX_THUMBNAIL_BYTES = 300 * 1024
/** Of all itineraries of a trip together. */
export const ATTACHMENT_QUOTA = { count: 200, bytes: 500 * 1024 * 1024 } as const

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const
export const PhotoType = z.enum(PHOTO_TYPES)
export type PhotoType = z.infer<typeof PhotoType>

export const AttachmentId = z
  .string()
  .regex(/^att_[a-z0-9]{8,40}$/, 'expected an id like att_…')
  .meta({ example: 'att_0h2k9m4q7r1t' })

export const NewAttachment = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('memo'), text: z.string().trim().min(1).max(4_000) }),
    z.object({
      kind: z.literal('photo'),
      bytes: z.number().int().min(1).max(MAX_PHOTO_BYTES, 'a photo is at most 20 MiB'),
      /** Where and when a photo was taken is taken out of it, unless this is set. */
      keepLocation: z.boolean().default(false),
    }),
  ])
  .meta({ id: 'NewAttachment' })
export type NewAttachment = z.infer<typeof NewAttachment>

export const Attachment = z
  .object({
    id: AttachmentId,
    stopId: StopId,
    kind: z.enum(['memo', 'photo']),
    /** `waiting`: announced, its bytes have not come yet. */
    state: z.enum(['waiting', 'ready']),
    text: z.string().nullable(),
    mediaType: PhotoType.nullable(),
    bytes: z.number().int(),
    hasThumbnail: z.boolean(),
    createdBy: UserId,
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Attachment' })
export type Attachment = z.infer<typeof Attachment>

/** Where to send bytes, with `PUT` and no session: the address is the right, for a few minutes. */
export const UploadTicket = z.object({ token: z.string(), expiresAt: z.iso.datetime(), maxBytes: z.number().int() })
export type UploadTicket = z.infer<typeof UploadTicket>
export type MadeAttachment = {
  readonly attachment: Attachment
  readonly photo: UploadTicket | null
  readonly thumbnail: UploadTicket | null
}

export const AttachCommand = z.object({
  itineraryId: ItineraryId,
  stopId: StopId,
  key: z.string().min(8).max(200),
  attachment: NewAttachment,
})
export type AttachCommand = z.infer<typeof AttachCommand>
export const AttachmentAddress = z.object({ itineraryId: ItineraryId, attachmentId: AttachmentId })
export type AttachmentAddress = z.infer<typeof AttachmentAddress>

/** How the itinerary service refuses what comes as a plain request: an error's code, where RPC cannot carry it. */
export const REFUSAL_HEADER = 'x-refusal'
