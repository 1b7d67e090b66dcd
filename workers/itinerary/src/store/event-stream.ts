import { ItineraryEvent, ReadyItinerary } from '@yeojeong/contracts'
import { emptyItinerary, evolveItinerary, upcast, type ItineraryEvent as Event, type ItineraryState, type Recorded } from '@yeojeong/domain'
import type { Sealer } from '@yeojeong/worker-kit'
import { and, asc, desc, eq, gt, lt, lte, sql } from 'drizzle-orm'
import { isTaken, type Database } from './database.ts'
import { events, itineraries, outbox, snapshots } from './schema.ts'

/** `earlier`: the version that the cause asked about has already made; null = none. */
export type Stream = { readonly state: ItineraryState; readonly earlier: number | null }
export type Append = {
  readonly itineraryId: string
  /** The state the events were decided on, and the one they lead to. */
  readonly before: ItineraryState
  readonly events: readonly Event[]
  readonly at: number
  readonly actor: string
  readonly cause: string
  /** How long the caller has for handing the hint on, before the sweeper does. */
  readonly leaseUntil: number
}

export type EventStreams = {
  load(itineraryId: string, cause?: string): Promise<Stream>
  /** The state as it was at a version; at most the newest. */
  at(itineraryId: string, version: number): Promise<ItineraryState>
  /** Events below a version, newest first. */
  page(itineraryId: string, below: number, limit: number): Promise<readonly Recorded[]>
  /** Events, head, outbox and, now and then, a snapshot in one transaction; `conflict` when somebody else took the version first. */
  append(command: Append): Promise<{ readonly version: number; readonly state: ItineraryState } | 'conflict'>
}

const SNAPSHOT_V = 1
export const SNAPSHOT_EVERY = 20
const NEWEST = Number.MAX_SAFE_INTEGER

export function eventStreams(db: Database, sealer: Sealer): EventStreams {
  const snapshotUpTo = (itineraryId: string, version: number) =>
    and(eq(snapshots.itineraryId, itineraryId), eq(snapshots.v, SNAPSHOT_V), lte(snapshots.version, version))

  async function read(itineraryId: string, version: number, cause: string): Promise<Stream> {
    const from = sql`coalesce((SELECT max(${snapshots.version}) FROM ${snapshots} WHERE ${snapshotUpTo(itineraryId, version)}), 0)`
    const [kept, rows, caused] = await db.batch([
      db.select().from(snapshots).where(snapshotUpTo(itineraryId, version)).orderBy(desc(snapshots.version)).limit(1),
      db
        .select()
        .from(events)
        .where(and(eq(events.itineraryId, itineraryId), gt(events.version, from), lte(events.version, version)))
        .orderBy(asc(events.version)),
      db
        .select({ version: events.version })
        .from(events)
        .where(and(eq(events.itineraryId, itineraryId), eq(events.cause, cause)))
        .orderBy(desc(events.version))
        .limit(1),
    ])
    const start = kept[0] === undefined ? emptyItinerary : ReadyItinerary.parse(await sealer.open(kept[0].state, snapshotPlace(kept[0])))
    const recorded = await Promise.all(rows.map((row) => opened(row, sealer)))
    return { state: recorded.reduce(evolveItinerary, start), earlier: caused[0]?.version ?? null }
  }

  return {
    load: (itineraryId, cause = '') => read(itineraryId, NEWEST, cause),
    at: async (itineraryId, version) => (await read(itineraryId, version, '')).state,

    async page(itineraryId, below, limit) {
      const rows = await db
        .select()
        .from(events)
        .where(and(eq(events.itineraryId, itineraryId), lt(events.version, below)))
        .orderBy(desc(events.version))
        .limit(limit)
      return Promise.all(rows.map((row) => opened(row, sealer)))
    },

    async append(command) {
      const { itineraryId, before, at, leaseUntil } = command
      const recorded = recordedOf(command)
      const after = recorded.reduce(evolveItinerary, before)
      if (after.status === 'empty') throw new Error('nothing to append')
      const head = {
        status: after.status,
        version: after.version,
        failure: after.status === 'failed' ? after.failure : null,
        updatedAt: at,
      }
      const rows = await Promise.all(
        recorded.map(async ({ data, ...row }) => ({ ...row, data: await sealer.seal(data, place(itineraryId, row.version)) })),
      )
      const kept = await snapshotRows(after, before, itineraryId, sealer)
      try {
        await db.batch([
          db.insert(events).values(rows),
          db.update(itineraries).set(head).where(eq(itineraries.id, itineraryId)),
          db
            .insert(outbox)
            .values({ itineraryId, version: after.version, leaseUntil })
            .onConflictDoUpdate({ target: outbox.itineraryId, set: { version: sql`excluded.version`, leaseUntil } }),
          ...kept.map((row) => db.insert(snapshots).values(row).onConflictDoNothing()),
        ])
        return { version: after.version, state: after }
      } catch (error) {
        if (isTaken(error)) return 'conflict'
        throw error
      }
    },
  }
}

function recordedOf({ events: decided, itineraryId, before, at, actor, cause }: Append): readonly Recorded[] {
  return decided.map((event, index) => ({ ...event, itineraryId, version: before.version + 1 + index, at, actor, cause }) as Recorded)
}

async function snapshotRows(after: ItineraryState, before: ItineraryState, itineraryId: string, sealer: Sealer) {
  const due = Math.floor(after.version / SNAPSHOT_EVERY) > Math.floor(before.version / SNAPSHOT_EVERY)
  if (!due || after.status !== 'ready') return []
  const row = { itineraryId, version: after.version }
  return [{ ...row, v: SNAPSHOT_V, state: await sealer.seal(after, snapshotPlace(row)) }]
}

async function opened({ type, v, data, ...row }: typeof events.$inferSelect, sealer: Sealer): Promise<Recorded> {
  // Events written before sealing began are plain JSON.
  const content: unknown = data.startsWith('{') ? JSON.parse(data) : await sealer.open(data, place(row.itineraryId, row.version))
  return { ...row, ...ItineraryEvent.parse(upcast({ type, v, data: content })) } as Recorded
}

function place(itineraryId: string, version: number): string {
  return `${itineraryId}/${version}`
}

function snapshotPlace({ itineraryId, version }: { readonly itineraryId: string; readonly version: number }): string {
  return `${itineraryId}/snapshot/${version}`
}
