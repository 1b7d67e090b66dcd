import { and, eq, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { reservations } from './schema.ts'

export type Reservation = { readonly userId: string; readonly day: string; readonly itineraryId: string }

export type Reservations = {
  /** Counts the itinerary against its user's day, once however often it is asked. False: the day is full. */
  hold(reservation: Reservation, limit: number): Promise<boolean>
  release(reservation: Reservation): Promise<void>
}

export function reservationsOf(db: Database): Reservations {
  const is = ({ userId, day, itineraryId }: Reservation) =>
    and(eq(reservations.userId, userId), eq(reservations.day, day), eq(reservations.itineraryId, itineraryId))

  return {
    async hold(reservation, limit) {
      const { userId, day, itineraryId } = reservation
      const held = sql`(SELECT count(*) FROM ${reservations} WHERE ${reservations.userId} = ${userId} AND ${reservations.day} = ${day} AND ${reservations.state} = 'held')`
      // Counting and holding in one statement: two plans at once cannot both take the last place.
      const [, found] = await db.batch([
        db
          .insert(reservations)
          .select(sql`SELECT ${userId}, ${day}, ${itineraryId}, 'held' WHERE ${held} < ${limit}`)
          .onConflictDoNothing(),
        db.select().from(reservations).where(is(reservation)),
      ])
      return found[0]?.state === 'held'
    },

    async release(reservation) {
      await db
        .insert(reservations)
        .values({ ...reservation, state: 'released' })
        .onConflictDoUpdate({ target: [reservations.userId, reservations.day, reservations.itineraryId], set: { state: 'released' } })
    },
  }
}
