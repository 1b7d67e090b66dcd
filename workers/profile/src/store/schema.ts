import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * A trip is one row, so that a change is one conditional UPDATE. `facts` is JSON without anything personal; where the
 * party sleeps and is booked, what it is called and who it is are sealed (worker-kit `sealer`), each field on its own.
 */
export const trips = sqliteTable(
  'trips',
  {
    id: text().primaryKey(),
    ownerId: text('owner_id').notNull(),
    version: integer().notNull(),
    facts: text().notNull(),
    sealedTitle: text('sealed_title').notNull(),
    sealedWhereabouts: text('sealed_whereabouts').notNull(),
    /** JSON array of `{ id, tastes, name, needs }`; `name` and `needs` sealed. */
    members: text().notNull(),
    /** SHA-256 of the request that created it: tells a repeat from a reused key. */
    requestDigest: text('request_digest').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('trips_by_owner').on(table.ownerId, table.createdAt, table.id)],
)

/** A link that was taken off stays as a mark, so that a linking that comes late, or again, finds it and changes nothing. */
export const tripItineraries = sqliteTable(
  'trip_itineraries',
  {
    tripId: text('trip_id').notNull(),
    itineraryId: text('itinerary_id').notNull(),
    linkedAt: text('linked_at').notNull(),
    unlinkedAt: text('unlinked_at'),
  },
  (table) => [primaryKey({ columns: [table.tripId, table.itineraryId] })],
)
