import { ItineraryFrame } from '@yeojeong/contracts'
import type { ItineraryFrame as Frame } from '@yeojeong/domain'
import type { Sealer } from '@yeojeong/worker-kit'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import type { Database } from './database.ts'
import { owe } from './outbox.ts'
import { itineraries } from './schema.ts'

/** What travellers wrote themselves: the trip's title and, by traveller id, what each is called. */
export const Words = z.object({ title: z.string(), travellers: z.record(z.string(), z.string()) })
export type Words = z.infer<typeof Words>

export type ItineraryRow = {
  readonly id: string
  readonly ownerId: string
  readonly tripId: string
  readonly status: 'planning' | 'ready' | 'infeasible' | 'failed'
  readonly version: number
  readonly frame: Frame
  readonly words: Words
  readonly failure: string | null
  readonly createdAt: number
  readonly updatedAt: number
}
export type NewItinerary = Pick<ItineraryRow, 'id' | 'ownerId' | 'tripId' | 'frame' | 'words' | 'createdAt'>

const noWords: Words = { title: '', travellers: {} }

/** The rows of itineraries, without their events. */
export type ItineraryRows = {
  find(id: string): Promise<ItineraryRow | null>
  /** Opens an itinerary under planning; one that exists stays as it is. */
  open(itinerary: NewItinerary): Promise<void>
  /** Marks it failed, and leaves a closed row where there was none, so that a late `open` opens nothing. */
  close(itinerary: Omit<NewItinerary, 'words'>, failure: string, now: number): Promise<void>
  /** The trip's title or somebody's name is another now; the view owes it. */
  setWords(id: string, words: Words, now: number): Promise<void>
}

export function itineraryRows(db: Database, sealer: Sealer): ItineraryRows {
  return {
    async find(id) {
      const row = await db.select().from(itineraries).where(eq(itineraries.id, id)).get()
      if (row === undefined) return null
      const { frame, sealedWords, ...rest } = row
      const words = sealedWords === null ? noWords : Words.parse(await sealer.open(sealedWords, id))
      return { ...rest, frame: ItineraryFrame.parse(JSON.parse(frame)), words }
    },

    async open({ words, frame, createdAt, ...rest }) {
      const sealedWords = await sealer.seal(words, rest.id)
      await db
        .insert(itineraries)
        .values({
          ...rest,
          status: 'planning',
          version: 0,
          frame: JSON.stringify(frame),
          sealedWords,
          failure: null,
          createdAt,
          updatedAt: createdAt,
        })
        .onConflictDoNothing()
    },

    async close({ frame, createdAt, ...rest }, failure, now) {
      await db
        .insert(itineraries)
        .values({
          ...rest,
          status: 'failed',
          version: 0,
          frame: JSON.stringify(frame),
          sealedWords: null,
          failure,
          createdAt,
          updatedAt: now,
        })
        .onConflictDoUpdate({ target: itineraries.id, set: { status: 'failed', failure, updatedAt: now, sealedWords: null } })
    },

    async setWords(id, words, now) {
      const sealedWords = await sealer.seal(words, id)
      await db.batch([db.update(itineraries).set({ sealedWords }).where(eq(itineraries.id, id)), owe(db, id, now)])
    },
  }
}
