import { Member, Trip } from '@yeojeong/contracts'
import type { Sealer } from '@yeojeong/worker-kit'
import * as z from 'zod'
import type { TripAggregate } from '../model/trip-aggregate.ts'
import type { trips } from './schema.ts'

export type TripRow = typeof trips.$inferSelect

const Facts = Trip.pick({ destination: true, startDate: true, endDate: true, transport: true, pace: true, budget: true })
const Whereabouts = Trip.pick({ arrival: true, departure: true, lodgings: true, bookings: true })
const StoredMember = z.object({ id: z.string(), tastes: Member.shape.tastes, name: z.string(), needs: z.string() })
const Needs = Member.omit({ id: true, tastes: true, name: true })

/** A trip as its row. Sealed fields are bound to the trip (or member) they belong to. */
export async function toRow(trip: TripAggregate, sealer: Sealer, requestDigest: string): Promise<TripRow> {
  return {
    id: trip.id,
    ownerId: trip.ownerId,
    version: trip.version,
    facts: JSON.stringify(Facts.parse(trip)),
    sealedTitle: await sealer.seal(trip.title, `${trip.id}/title`),
    sealedWhereabouts: await sealer.seal(Whereabouts.parse(trip), `${trip.id}/whereabouts`),
    members: JSON.stringify(
      await Promise.all(
        trip.members.map(async ({ id, name, tastes, ...needs }) => ({
          id,
          tastes,
          name: await sealer.seal(name, `${trip.id}/${id}/name`),
          needs: await sealer.seal(needs, `${trip.id}/${id}/needs`),
        })),
      ),
    ),
    requestDigest,
    createdAt: trip.createdAt,
    updatedAt: trip.updatedAt,
  }
}

/** The trip a row holds; throws where the row was tampered with or sealed under another secret. */
export async function fromRow(row: TripRow, sealer: Sealer): Promise<TripAggregate> {
  const members = z.array(StoredMember).parse(JSON.parse(row.members))
  return {
    id: row.id,
    ownerId: row.ownerId,
    version: row.version,
    ...Facts.parse(JSON.parse(row.facts)),
    title: z.string().parse(await sealer.open(row.sealedTitle, `${row.id}/title`)),
    ...Whereabouts.parse(await sealer.open(row.sealedWhereabouts, `${row.id}/whereabouts`)),
    members: await Promise.all(
      members.map(async ({ id, tastes, name, needs }) => ({
        id,
        tastes,
        name: z.string().parse(await sealer.open(name, `${row.id}/${id}/name`)),
        ...Needs.parse(await sealer.open(needs, `${row.id}/${id}/needs`)),
      })),
    ),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}
