import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Links that let others in. The key starts with the itinerary, which a token names: no index is needed to find one. */
export const shareLinks = sqliteTable(
  'share_links',
  {
    itineraryId: text('itinerary_id').notNull(),
    id: text().notNull(),
    role: text({ enum: ['viewer', 'editor'] }).notNull(),
    /** SHA-256 of the token's secret, hexadecimal. The token itself is nowhere. */
    secretHash: text('secret_hash').notNull(),
    createdAt: integer('created_at').notNull(),
    /** Null = never. */
    expiresAt: integer('expires_at'),
    revokedAt: integer('revoked_at'),
  },
  (table) => [primaryKey({ columns: [table.itineraryId, table.id] })],
)

/** Who has joined an itinerary, by which link. Gone with the link, or by hand. */
export const collaborators = sqliteTable(
  'collaborators',
  {
    itineraryId: text('itinerary_id').notNull(),
    userId: text('user_id').notNull(),
    role: text({ enum: ['viewer', 'editor'] }).notNull(),
    shareId: text('share_id').notNull(),
    /** What they call themselves, sealed; null where they said nothing. */
    sealedName: text('sealed_name'),
    joinedAt: integer('joined_at').notNull(),
    /** The link's. */
    expiresAt: integer('expires_at'),
  },
  (table) => [primaryKey({ columns: [table.itineraryId, table.userId] })],
)
