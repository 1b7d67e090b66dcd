import type { ProjectionHint } from '@yeojeong/contracts'
import { and, inArray, lt, lte, eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { outbox } from './schema.ts'

/** How long a hint may take to become a view before it is sent again. */
export const LEASE_MS = 30_000
/** Few enough for one message batch. */
const PAGE = 100

export type Outbox = {
  /** Takes what nobody has in hand, for `LEASE_MS`. */
  lease(now: number): Promise<ProjectionHint[]>
  /** The view of this version is written: nothing up to it is owed any more. */
  clear(itineraryId: string, version: number): Promise<void>
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
      return rows.map(({ itineraryId, version }) => ({ type: 'ItineraryChanged', itineraryId, version }))
    },

    async clear(itineraryId, version) {
      await db.delete(outbox).where(and(eq(outbox.itineraryId, itineraryId), lte(outbox.version, version)))
    },
  }
}
