import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * One row an itinerary: whose it is, the head of its event stream, and what can be erased. Rows written are the price
 * of a write here, so there is one index beyond the keys, of what never changes. Times are epoch milliseconds.
 */
export const itineraries = sqliteTable(
  'itineraries',
  {
    id: text().primaryKey(),
    ownerId: text('owner_id').notNull(),
    tripId: text('trip_id').notNull(),
    status: text({ enum: ['planning', 'ready', 'infeasible', 'failed'] }).notNull(),
    /** Of the newest event; 0 before the first. */
    version: integer().notNull(),
    /** JSON `ItineraryFrame`: where and when. */
    frame: text().notNull(),
    /** The trip's title and the travellers' names, sealed; null once erased. */
    sealedWords: text('sealed_words'),
    /** Why it failed, an error code. */
    failure: text(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  // To find all of a trip's when it is erased.
  (table) => [index('itineraries_by_trip').on(table.tripId)],
)

/** What has happened, append only. The key is the optimistic lock: a version can be taken once. */
export const events = sqliteTable(
  'events',
  {
    itineraryId: text('itinerary_id')
      .notNull()
      .references(() => itineraries.id),
    version: integer().notNull(),
    type: text().notNull(),
    /** Schema version of `data`. */
    v: integer().notNull(),
    at: integer().notNull(),
    actor: text().notNull(),
    cause: text().notNull(),
    /** JSON, sealed: plans tell where people sleep and what they cannot do, and notes are their own words. */
    data: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.itineraryId, table.version] })],
)

/** A state every so many events, so that reading does not take ever longer. Of another `v` than today's they are passed over. */
export const snapshots = sqliteTable(
  'snapshots',
  {
    itineraryId: text('itinerary_id').notNull(),
    version: integer().notNull(),
    v: integer().notNull(),
    /** JSON `ReadyItinerary`, sealed. */
    state: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.itineraryId, table.version] })],
)

/** Plannings a person has to look at: halted, or not moving. */
export const attention = sqliteTable('attention', {
  itineraryId: text('itinerary_id').primaryKey(),
  kind: text({ enum: ['needs_attention', 'stuck'] }).notNull(),
  step: text(),
  code: text().notNull(),
  since: integer().notNull(),
})

/** How far a job that goes round has come, and what it has found so far. */
export const jobs = sqliteTable('jobs', {
  name: text().primaryKey(),
  cursor: text().notNull(),
  checked: integer().notNull(),
  repaired: integer().notNull(),
  rounds: integer().notNull(),
  ranAt: integer('ran_at').notNull(),
})

/** Itineraries whose view may be older than their events; the row goes when the view is written. */
export const outbox = sqliteTable('outbox', {
  itineraryId: text('itinerary_id').primaryKey(),
  version: integer().notNull(),
  /** Until then somebody has the hint in hand. */
  leaseUntil: integer('lease_until').notNull(),
})

/** Plans counted against a user's day. A released one stays, so that a late reservation of the same itinerary finds it. */
export const reservations = sqliteTable(
  'reservations',
  {
    userId: text('user_id').notNull(),
    /** `YYYY-MM-DD`, UTC. */
    day: text().notNull(),
    itineraryId: text('itinerary_id').notNull(),
    state: text({ enum: ['held', 'released'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.day, table.itineraryId] })],
)
