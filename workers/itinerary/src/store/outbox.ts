import type { ProjectionHint } from '@yeojeong/contracts'
import { and, eq, inArray, lt, lte, sql, type SQL } from 'drizzle-orm'
import type { Database } from './database.ts'
import { itineraries, outbox } from './schema.ts'

/** How long a hint may take to become a view before it is sent again. */
export const LEASE_MS = 30_000
/** Few enough for one message batch. */
const PAGE = 100

export type Outbox = {
  /** Takes what nobody has in hand, for `LEASE_MS`. */
  lease(now: number): Promise<ProjectionHint[]>
  /**
   * The view of this version is written, from what was read since `readAt`: nothing up to it is owed any more, but for
   * what was put here later. Clocks that differ leave a row for the next sweep.
   */
  clear(itineraryId: string, version: number, readAt: number): Promise<void>
}

/** The view is owed though its version is not: who may read it has changed, or its words. For the batch that changes them. */
export function owe(db: Database, itineraryId: string, now: number, where: SQL = sql`1`) {
  const { id, version } = itineraries
  const leaseUntil = now + LEASE_MS
  return db
    .insert(outbox)
    .select(sql`SELECT ${id}, ${version}, ${leaseUntil} FROM ${itineraries} WHERE ${id} = ${itineraryId} AND ${where}`)
    .onConflictDoUpdate({ target: outbox.itineraryId, set: { leaseUntil } })
}

export function outboxOf(db: Database): Outbox {
  return {
    async lease(now) {
      const stale = db.select({ id: outbox.itineraryId }).from(outbox).where(lt(outbox.leaseUntil, now)).limit(PAGE)
      const rows = await db
        .update(outbox)
        .set({ leaseUntil: now + LEASE_MS })
        .where(inArray(outbox.itineraryId, stale))
        .returning()
      return rows.map(({ itineraryId, version }) => ({ type: 'ItineraryChanged', itineraryId, version, owed: true }))
    },

    async clear(itineraryId, version, readAt) {
      const done = and(lte(outbox.version, version), lte(outbox.leaseUntil, readAt + LEASE_MS))
      await db.delete(outbox).where(and(eq(outbox.itineraryId, itineraryId), done))
    },
  }
}
