import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Photos and memos on stops. The key starts with the trip, whose quota they share. Bytes are in R2 under `<trip>/<id>/…`. */
export const attachments = sqliteTable(
  'attachments',
  {
    tripId: text('trip_id').notNull(),
    id: text().notNull(),
    itineraryId: text('itinerary_id').notNull(),
    stopId: text('stop_id').notNull(),
    kind: text({ enum: ['memo', 'photo'] }).notNull(),
    state: text({ enum: ['waiting', 'ready'] }).notNull(),
    /** A memo's text, sealed. */
    sealedText: text('sealed_text'),
    mediaType: text('media_type'),
    /** Announced while waiting, counted once ready; thumbnail included. */
    bytes: integer().notNull(),
    hasThumbnail: integer('has_thumbnail', { mode: 'boolean' }).notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    /** Since when its stop is no longer in the plan; it may come back by an undo. */
    missingSince: integer('missing_since'),
  },
  (table) => [primaryKey({ columns: [table.tripId, table.id] })],
)
