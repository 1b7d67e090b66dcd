import { and, desc, eq, exists, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import type { Sealer } from '@yeojeong/worker-kit'
import type { TripAggregate } from '../model/trip-aggregate.ts'
import { tripItineraries, trips } from './schema.ts'
import { fromRow, toRow } from './trip-row.ts'

/** A position in a list ordered by (createdAt, id), newest first. */
export type Position = { readonly createdAt: string; readonly id: string }
export type Linked = { readonly trip: TripAggregate; readonly itineraryIds: readonly string[] }

/** Where trips live. Every read names the owner, so that no query can return somebody else's trip. */
export type TripRepository = {
  find(id: string, ownerId: string): Promise<Linked | null>
  list(ownerId: string, before: Position | null, limit: number): Promise<Linked[]>
  /** The stored trip and whether this call stored it; a trip of the same id is left as it is. */
  insert(trip: TripAggregate, requestDigest: string): Promise<{ trip: TripAggregate; requestDigest: string }>
  /** False when somebody else changed the trip first. */
  save(trip: TripAggregate): Promise<boolean>
  remove(id: string, ownerId: string): Promise<boolean>
  /** Both once and for all: what has been unlinked is not linked again, whichever comes first. */
  link(tripId: string, itineraryId: string, now: string): Promise<void>
  unlink(tripId: string, itineraryId: string, now: string): Promise<void>
}

export function tripRepository(database: D1Database, sealer: Sealer): TripRepository {
  const db = drizzle(database)
  const owned = (id: string, ownerId: string) => and(eq(trips.id, id), eq(trips.ownerId, ownerId))

  async function linksOf(ids: readonly string[]): Promise<Map<string, string[]>> {
    const links = new Map<string, string[]>(ids.map((id) => [id, []]))
    if (ids.length === 0) return links
    const rows = await db
      .select()
      .from(tripItineraries)
      .where(and(inArray(tripItineraries.tripId, [...ids]), isNull(tripItineraries.unlinkedAt)))
      .orderBy(desc(tripItineraries.linkedAt))
    for (const row of rows) links.get(row.tripId)?.push(row.itineraryId)
    return links
  }

  return {
    async find(id, ownerId) {
      const row = await db.select().from(trips).where(owned(id, ownerId)).get()
      if (row === undefined) return null
      const links = await linksOf([id])
      return { trip: await fromRow(row, sealer), itineraryIds: links.get(id) ?? [] }
    },

    async list(ownerId, before, limit) {
      const older =
        before === null
          ? undefined
          : or(lt(trips.createdAt, before.createdAt), and(eq(trips.createdAt, before.createdAt), lt(trips.id, before.id)))
      const rows = await db
        .select()
        .from(trips)
        .where(and(eq(trips.ownerId, ownerId), older))
        .orderBy(desc(trips.createdAt), desc(trips.id))
        .limit(limit)
      const links = await linksOf(rows.map((row) => row.id))
      return Promise.all(rows.map(async (row) => ({ trip: await fromRow(row, sealer), itineraryIds: links.get(row.id) ?? [] })))
    },

    async insert(trip, requestDigest) {
      const row = await toRow(trip, sealer, requestDigest)
      const inserted = await db.insert(trips).values(row).onConflictDoNothing().returning({ id: trips.id })
      if (inserted.length > 0) return { trip, requestDigest }
      const existing = await db.select().from(trips).where(owned(trip.id, trip.ownerId)).get()
      if (existing === undefined) throw new Error('a trip id belongs to another owner')
      return { trip: await fromRow(existing, sealer), requestDigest: existing.requestDigest }
    },

    async save(trip) {
      const { id, ownerId, createdAt, requestDigest, ...columns } = await toRow(trip, sealer, '')
      const saved = await db
        .update(trips)
        .set(columns)
        .where(and(owned(trip.id, trip.ownerId), eq(trips.version, trip.version - 1)))
        .returning({ id: trips.id })
      return saved.length > 0
    },

    async remove(id, ownerId) {
      const there = exists(db.select().from(trips).where(owned(id, ownerId)))
      const [, removed] = await db.batch([
        db.delete(tripItineraries).where(and(eq(tripItineraries.tripId, id), there)),
        db.delete(trips).where(owned(id, ownerId)).returning({ id: trips.id }),
      ])
      return removed.length > 0
    },

    async link(tripId, itineraryId, now) {
      // A trip erased a moment ago must not be left with a link.
      const there = sql`EXISTS (SELECT 1 FROM ${trips} WHERE ${trips.id} = ${tripId})`
      await db
        .insert(tripItineraries)
        .select(sql`SELECT ${tripId}, ${itineraryId}, ${now}, NULL WHERE ${there}`)
        .onConflictDoNothing()
    },

    async unlink(tripId, itineraryId, now) {
      await db
        .insert(tripItineraries)
        .values({ tripId, itineraryId, linkedAt: now, unlinkedAt: now })
        .onConflictDoUpdate({ target: [tripItineraries.tripId, tripItineraries.itineraryId], set: { unlinkedAt: now } })
    },
  }
}
