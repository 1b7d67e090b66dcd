import * as z from 'zod'
import { ItineraryId, UserId } from './ids.ts'

/** Most open pages of one itinerary. */
export const MAX_LIVE_CONNECTIONS = 60

/** Somebody who has the page open; `id` stands for them in this room only. */
export const LivePerson = z
  .object({ id: z.string(), name: z.string().nullable(), role: z.enum(['owner', 'editor', 'viewer']) })
  .meta({ id: 'LivePerson' })
export type LivePerson = z.infer<typeof LivePerson>

/**
 * What a page hears. `here`: everybody who has it open now, sent on joining (`you` is set then) and at each change.
 * `changed`: there is this version to read (send it as `Min-Version`).
 */
export const LiveMessage = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('here'), people: z.array(LivePerson), you: z.string().nullable() }),
    z.object({ type: z.literal('changed'), version: z.number().int().positive() }),
  ])
  .meta({ id: 'LiveMessage' })
export type LiveMessage = z.infer<typeof LiveMessage>

/** What a page may say: how its reader wants to be shown. The text `ping` is answered `pong` without waking anybody. */
export const LiveSaid = z.object({ type: z.literal('name'), name: z.string().trim().min(1).max(40) }).meta({ id: 'LiveSaid' })
export type LiveSaid = z.infer<typeof LiveSaid>

/** Who is let into a room, as the itinerary service vouches for them. `until`: epoch milliseconds, null = as long as they like. */
export const LiveEntry = z.object({
  itineraryId: ItineraryId,
  userId: UserId,
  role: z.enum(['owner', 'editor', 'viewer']),
  until: z.number().nullable(),
})
export type LiveEntry = z.infer<typeof LiveEntry>

/** Headers between Workers, where a WebSocket cannot go over RPC. Never read from outside. */
export const INTERNAL_HEADERS = { context: 'x-call-context', entry: 'x-live-entry' } as const
