import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { attachments } from './attachments-schema.ts'
import type { Database } from './database.ts'
import { itineraries } from './schema.ts'

export type AttachmentRow = typeof attachments.$inferSelect
type Key = Pick<AttachmentRow, 'tripId' | 'id'>
type Usage = { readonly count: number; readonly bytes: number }

/** How long bytes may take to come, and how long a removed stop may take to come back. */
const WAITING_MS = 3_600_000
const MISSING_MS = 7 * 24 * 3_600_000
const PAGE = 100

export type AttachmentRows = {
  usage(tripId: string): Promise<Usage>
  /** One of the same id stays as it is. */
  add(row: AttachmentRow): Promise<void>
  find(key: Key): Promise<AttachmentRow | null>
  /** Of stops that are in the plan, oldest first. */
  list(tripId: string, itineraryId: string): Promise<AttachmentRow[]>
  change(key: Key, set: Partial<Pick<AttachmentRow, 'state' | 'mediaType' | 'bytes' | 'hasThumbnail'>>): Promise<void>
  remove(key: Key): Promise<void>
  /** Notes which stops are in the plan now. */
  stopsAre(tripId: string, itineraryId: string, stopIds: readonly string[], now: number): Promise<void>
  /** What nothing belongs to any more: no bytes came, the stop is gone for good, or the itinerary is. */
  orphans(now: number): Promise<AttachmentRow[]>
}

export function attachmentRows(db: Database): AttachmentRows {
  const is = ({ tripId, id }: Key) => and(eq(attachments.tripId, tripId), eq(attachments.id, id))
  return {
    async usage(tripId) {
      const total = { count: sql<number>`count(*)`, bytes: sql<number>`coalesce(sum(${attachments.bytes}), 0)` }
      return (await db.select(total).from(attachments).where(eq(attachments.tripId, tripId)).get()) ?? { count: 0, bytes: 0 }
    },
    async add(row) {
      await db.insert(attachments).values(row).onConflictDoNothing()
    },
    async find(key) {
      return (await db.select().from(attachments).where(is(key)).get()) ?? null
    },
    async list(tripId, itineraryId) {
      const shown = and(eq(attachments.tripId, tripId), eq(attachments.itineraryId, itineraryId), isNull(attachments.missingSince))
      return db.select().from(attachments).where(shown).orderBy(attachments.createdAt)
    },
    async change(key, set) {
      await db.update(attachments).set(set).where(is(key))
    },
    async remove(key) {
      await db.delete(attachments).where(is(key))
    },
    async stopsAre(tripId, itineraryId, stopIds, now) {
      const there = sql`${attachments.stopId} IN (SELECT value FROM json_each(${JSON.stringify(stopIds)}))`
      await db
        .update(attachments)
        .set({ missingSince: sql`CASE WHEN ${there} THEN NULL ELSE coalesce(${attachments.missingSince}, ${now}) END` })
        .where(and(eq(attachments.tripId, tripId), eq(attachments.itineraryId, itineraryId)))
    },
    async orphans(now) {
      const orphaned = or(
        isNull(itineraries.id),
        and(eq(attachments.state, 'waiting'), lt(attachments.createdAt, now - WAITING_MS)),
        and(isNotNull(attachments.missingSince), lt(attachments.missingSince, now - MISSING_MS)),
      )
      const rows = await db
        .select({ attachment: attachments })
        .from(attachments)
        .leftJoin(itineraries, eq(itineraries.id, attachments.itineraryId))
        .where(orphaned)
        .limit(PAGE)
      return rows.map(({ attachment }) => attachment)
    },
  }
}
