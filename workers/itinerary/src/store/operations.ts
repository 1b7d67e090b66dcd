import { and, asc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { attention, itineraries, jobs } from './schema.ts'

export type AttentionRow = typeof attention.$inferSelect
export type JobRow = typeof jobs.$inferSelect
export type Head = { readonly id: string; readonly version: number; readonly status: 'planning' | 'ready' | 'infeasible' | 'failed' }

/** What looks after the itineraries as a whole. */
export type Operations = {
  raise(row: AttentionRow): Promise<void>
  settle(itineraryId: string): Promise<void>
  attention(limit: number): Promise<readonly AttentionRow[]>
  /** Ids of itineraries that have been planning since before then. */
  planningSince(before: number, limit: number): Promise<readonly string[]>
  /** Planned itineraries after an id, in the order of ids. */
  headsAfter(id: string, limit: number): Promise<readonly Head[]>
  job(name: string): Promise<JobRow | null>
  saveJob(row: JobRow): Promise<void>
}

export function operationsOf(db: Database): Operations {
  return {
    async raise(row) {
      const { itineraryId: _id, since: _since, ...set } = row
      await db.insert(attention).values(row).onConflictDoUpdate({ target: attention.itineraryId, set })
    },
    async settle(itineraryId) {
      await db.delete(attention).where(eq(attention.itineraryId, itineraryId))
    },
    attention: (limit) => db.select().from(attention).orderBy(asc(attention.since)).limit(limit),
    async planningSince(before, limit) {
      const rows = await db
        .select({ id: itineraries.id })
        .from(itineraries)
        .where(and(eq(itineraries.status, 'planning'), lt(itineraries.createdAt, before)))
        .limit(limit)
      return rows.map(({ id }) => id)
    },
    headsAfter: (id, limit) =>
      db
        .select({ id: itineraries.id, version: itineraries.version, status: itineraries.status })
        .from(itineraries)
        .where(and(gt(itineraries.id, id), inArray(itineraries.status, ['ready', 'infeasible'])))
        .orderBy(asc(itineraries.id))
        .limit(limit),
    job: async (name) => (await db.select().from(jobs).where(eq(jobs.name, name)).get()) ?? null,
    async saveJob(row) {
      const { name: _name, ...set } = row
      await db
        .insert(jobs)
        .values(row)
        .onConflictDoUpdate({ target: jobs.name, set: { ...set, ranAt: sql`excluded.ran_at` } })
    },
  }
}
