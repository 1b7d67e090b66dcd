import type { ShareRole } from '@yeojeong/contracts'
import { and, count, eq, exists, gt, isNull, or } from 'drizzle-orm'
import type { Database } from './database.ts'
import { owe } from './outbox.ts'
import { shareLinks, collaborators } from './sharing-schema.ts'

export type ShareRow = typeof shareLinks.$inferSelect
export type Guest = typeof collaborators.$inferSelect
export type NewShare = Omit<ShareRow, 'revokedAt'>

export type Shares = {
  /** Keeps a link; one of the same id stays as it is. False: so many work already. */
  add(share: NewShare, most: number, now: number): Promise<boolean>
  find(itineraryId: string, id: string): Promise<ShareRow | null>
  list(itineraryId: string): Promise<{ readonly links: ShareRow[]; readonly guests: Guest[] }>
  /** False: there is no such link. */
  revoke(itineraryId: string, id: string, now: number): Promise<boolean>
  /** Lets somebody in, or raises what they may do; never lowers it. False: so many are in already. */
  join(guest: Guest, most: number): Promise<boolean>
  leave(itineraryId: string, userId: string, now: number): Promise<boolean>
  /** Who may come in at this moment, besides the owner. */
  guest(itineraryId: string, userId: string, now: number): Promise<ShareRole | null>
  guests(itineraryId: string, now: number): Promise<Guest[]>
  /** When somebody's stay ends, epoch milliseconds; null = never. */
  until(itineraryId: string, userId: string): Promise<number | null>
}

export function sharesOf(db: Database): Shares {
  const holds = (now: number) => or(isNull(collaborators.expiresAt), gt(collaborators.expiresAt, now))
  const find = async (itineraryId: string, id: string): Promise<ShareRow | null> =>
    (await db
      .select()
      .from(shareLinks)
      .where(and(eq(shareLinks.itineraryId, itineraryId), eq(shareLinks.id, id)))
      .get()) ?? null

  return {
    find,

    async add(share, most, now) {
      if ((await find(share.itineraryId, share.id)) !== null) return true
      const works = and(
        eq(shareLinks.itineraryId, share.itineraryId),
        isNull(shareLinks.revokedAt),
        or(isNull(shareLinks.expiresAt), gt(shareLinks.expiresAt, now)),
      )
      const [{ working } = { working: 0 }] = await db.select({ working: count() }).from(shareLinks).where(works)
      if (working >= most) return false
      await db
        .insert(shareLinks)
        .values({ ...share, revokedAt: null })
        .onConflictDoNothing()
      return true
    },

    async list(itineraryId) {
      const [links, guests] = await db.batch([
        db.select().from(shareLinks).where(eq(shareLinks.itineraryId, itineraryId)),
        db.select().from(collaborators).where(eq(collaborators.itineraryId, itineraryId)),
      ])
      return { links, guests }
    },

    async revoke(itineraryId, id, now) {
      if ((await find(itineraryId, id)) === null) return false
      await db.batch([
        db
          .update(shareLinks)
          .set({ revokedAt: now })
          .where(and(eq(shareLinks.itineraryId, itineraryId), eq(shareLinks.id, id), isNull(shareLinks.revokedAt))),
        db.delete(collaborators).where(and(eq(collaborators.itineraryId, itineraryId), eq(collaborators.shareId, id))),
        owe(db, itineraryId, now),
      ])
      return true
    },

    async join(guest, most) {
      const { joinedAt: now } = guest
      const there = await db
        .select()
        .from(collaborators)
        .where(and(eq(collaborators.itineraryId, guest.itineraryId), holds(now)))
      const before = there.find(({ userId }) => userId === guest.userId)
      if (before === undefined && there.length >= most) return false
      if (before?.role === 'editor' && guest.role === 'viewer') return true
      const { itineraryId: _itinerary, userId: _user, ...set } = guest
      const key = [collaborators.itineraryId, collaborators.userId]
      await db.batch([db.insert(collaborators).values(guest).onConflictDoUpdate({ target: key, set }), owe(db, guest.itineraryId, now)])
      return true
    },

    async leave(itineraryId, userId, now) {
      const is = and(eq(collaborators.itineraryId, itineraryId), eq(collaborators.userId, userId))
      // Owed only where somebody leaves: anybody may say that they do.
      const [, gone] = await db.batch([
        owe(db, itineraryId, now, exists(db.select().from(collaborators).where(is))),
        db.delete(collaborators).where(is).returning({ userId: collaborators.userId }),
      ])
      return gone.length > 0
    },

    async guest(itineraryId, userId, now) {
      const is = and(eq(collaborators.itineraryId, itineraryId), eq(collaborators.userId, userId), holds(now))
      return (await db.select({ role: collaborators.role }).from(collaborators).where(is).get())?.role ?? null
    },

    async until(itineraryId, userId) {
      const is = and(eq(collaborators.itineraryId, itineraryId), eq(collaborators.userId, userId))
      return (await db.select({ until: collaborators.expiresAt }).from(collaborators).where(is).get())?.until ?? null
    },

    async guests(itineraryId, now) {
      return db
        .select()
        .from(collaborators)
        .where(and(eq(collaborators.itineraryId, itineraryId), holds(now)))
    },
  }
}
