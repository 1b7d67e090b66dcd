import { and, eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { attention, events, itineraries, outbox, snapshots } from './schema.ts'
import { collaborators, shareLinks } from './sharing-schema.ts'

export type Erasure = {
  /** Ids of a trip's itineraries, whatever their state. */
  ofTrip(tripId: string, ownerId: string): Promise<readonly string[]>
  /** Everything kept of an itinerary, in one transaction. Its place in the day's quota stays: it was used. */
  erase(itineraryId: string): Promise<void>
}

export function erasureOf(db: Database): Erasure {
  return {
    async ofTrip(tripId, ownerId) {
      const rows = await db
        .select({ id: itineraries.id })
        .from(itineraries)
        .where(and(eq(itineraries.tripId, tripId), eq(itineraries.ownerId, ownerId)))
      return rows.map(({ id }) => id)
    },

    async erase(itineraryId) {
      await db.batch([
        db.delete(events).where(eq(events.itineraryId, itineraryId)),
        db.delete(snapshots).where(eq(snapshots.itineraryId, itineraryId)),
        db.delete(outbox).where(eq(outbox.itineraryId, itineraryId)),
        db.delete(attention).where(eq(attention.itineraryId, itineraryId)),
        db.delete(shareLinks).where(eq(shareLinks.itineraryId, itineraryId)),
        db.delete(collaborators).where(eq(collaborators.itineraryId, itineraryId)),
        db.delete(itineraries).where(eq(itineraries.id, itineraryId)),
      ])
    },
  }
}
