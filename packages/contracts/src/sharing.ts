import * as z from 'zod'
import { ItineraryId, UserId } from './ids.ts'
import { ItineraryView } from './itinerary-view.ts'

/** Most links that work at once, and most people who have joined, for one itinerary. */
export const MAX_SHARE_LINKS = 20
export const MAX_COLLABORATORS = 20

/** A viewer reads; an editor also changes. Neither sees travellers' names or needs. */
export const ShareRole = z.enum(['viewer', 'editor'])
export type ShareRole = z.infer<typeof ShareRole>
/** What somebody is to an itinerary. */
export type ItineraryRole = ShareRole | 'owner'
/** What the reader is to the itinerary they read: beside the view, which is stored once for everybody. */
export const ROLE_HEADER = 'itinerary-role'
export type ReadItinerary = { readonly role: ItineraryRole; readonly view: ItineraryView }

export const ShareId = z
  .string()
  .regex(/^shr_[a-z0-9]{8,40}$/, 'expected an id like shr_…')
  .meta({ example: 'shr_0h2k9m4q7r1t' })
/** `<itinerary>.<secret>`: where to look, and 130 random-looking bits that only the link's holders know. */
export const ShareToken = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{1,79}\.[a-z0-9]{26}$/, 'not a share token')
  .meta({ example: '0h2k9m4q7r1t0h2k9m4q.0h2k9m4q7r1t0h2k9m4q7r1t0h' })

export const ShareRequest = z
  .object({
    role: ShareRole.default('viewer'),
    /** After it neither the link nor what was joined by it works. Never, where absent. */
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: 'ShareRequest' })
export type ShareRequest = z.infer<typeof ShareRequest>
/** `key`: the caller's idempotency key; the same key gives the same link with the same token. */
export const CreateShare = z.object({ itineraryId: ItineraryId, key: z.string().min(8).max(200), request: ShareRequest })
export type CreateShare = z.infer<typeof CreateShare>

export const ShareLink = z
  .object({
    id: ShareId,
    role: ShareRole,
    state: z.enum(['active', 'expired', 'revoked']),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ShareLink' })
export type ShareLink = z.infer<typeof ShareLink>

/** The only answer that ever carries the token: at rest there is its hash. */
export const NewShareLink = ShareLink.extend({ token: ShareToken }).meta({ id: 'NewShareLink' })
export type NewShareLink = z.infer<typeof NewShareLink>

export const Collaborator = z
  .object({
    userId: UserId,
    name: z.string().nullable(),
    role: ShareRole,
    shareId: ShareId,
    joinedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Collaborator' })
export type Collaborator = z.infer<typeof Collaborator>

export const Sharing = z.object({ links: z.array(ShareLink), collaborators: z.array(Collaborator) }).meta({ id: 'Sharing' })
export type Sharing = z.infer<typeof Sharing>

export const AcceptShare = z
  .object({
    token: ShareToken,
    /** What the owner and the others see you as. */
    name: z.string().trim().min(1).max(40).optional(),
  })
  .meta({ id: 'AcceptShare' })
export type AcceptShare = z.infer<typeof AcceptShare>

export const Joined = z.object({ itineraryId: ItineraryId, role: z.enum(['owner', 'editor', 'viewer']) }).meta({ id: 'Joined' })
export type Joined = z.infer<typeof Joined>

/** An itinerary behind a link, as others may see it. */
export const SharedItinerary = z
  .object({ role: ShareRole, expiresAt: z.iso.datetime().nullable(), itinerary: ItineraryView })
  .meta({ id: 'SharedItinerary' })
export type SharedItinerary = z.infer<typeof SharedItinerary>

export const ShareAddress = z.object({ itineraryId: ItineraryId, shareId: ShareId })
export type ShareAddress = z.infer<typeof ShareAddress>
export const CollaboratorAddress = z.object({ itineraryId: ItineraryId, userId: UserId })
export type CollaboratorAddress = z.infer<typeof CollaboratorAddress>
