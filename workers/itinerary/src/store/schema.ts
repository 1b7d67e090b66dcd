import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * One row an itinerary: whose it is, the head of its event stream, and what can be erased. Rows written are the price
 * of a write here, so there are no indexes beyond the keys. Times are epoch milliseconds.
 */
export const itineraries = sqliteTable('itineraries', {
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
})

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
    data: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.itineraryId, table.version] })],
)

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
