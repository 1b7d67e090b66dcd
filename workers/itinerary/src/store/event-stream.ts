import { ItineraryEvent } from '@yeojeong/contracts'
import { emptyItinerary, evolveItinerary, type ItineraryEvent as Event, type ItineraryState, type Recorded } from '@yeojeong/domain'
import { asc, eq, sql } from 'drizzle-orm'
import { isTaken, type Database } from './database.ts'
import { events, itineraries, outbox } from './schema.ts'

export type Stream = { readonly state: ItineraryState; readonly events: readonly Recorded[] }
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
  load(itineraryId: string): Promise<Stream>
  /** Events, head and outbox in one transaction; `conflict` when somebody else took the version first. */
  append(command: Append): Promise<{ readonly version: number } | 'conflict'>
}

export function eventStreams(db: Database): EventStreams {
  return {
    async load(itineraryId) {
      const rows = await db.select().from(events).where(eq(events.itineraryId, itineraryId)).orderBy(asc(events.version))
      const recorded = rows.map(({ type, v, data, ...row }): Recorded => ({
        ...row,
        ...ItineraryEvent.parse({ type, v, data: JSON.parse(data) }),
      }))
      return { state: recorded.reduce(evolveItinerary, emptyItinerary), events: recorded }
    },

    async append({ itineraryId, before, events: decided, at, actor, cause, leaseUntil }) {
      const recorded = decided.map((event, index): Recorded => ({
        ...event,
        itineraryId,
        version: before.version + 1 + index,
        at,
        actor,
        cause,
      }))
      const after = recorded.reduce(evolveItinerary, before)
      if (after.status === 'empty') throw new Error('nothing to append')
      const head = {
        status: after.status,
        version: after.version,
        failure: after.status === 'failed' ? after.failure : null,
        updatedAt: at,
      }
      try {
        await db.batch([
          db.insert(events).values(recorded.map(({ data, ...row }) => ({ ...row, data: JSON.stringify(data) }))),
          db.update(itineraries).set(head).where(eq(itineraries.id, itineraryId)),
          db
            .insert(outbox)
            .values({ itineraryId, version: after.version, leaseUntil })
            .onConflictDoUpdate({ target: outbox.itineraryId, set: { version: sql`excluded.version`, leaseUntil } }),
        ])
        return { version: after.version }
      } catch (error) {
        if (isTaken(error)) return 'conflict'
        throw error
      }
    },
  }
}
