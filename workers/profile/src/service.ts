import { WorkerEntrypoint } from 'cloudflare:workers'
import {
  BookingsInput,
  ItineraryId,
  LodgingsInput,
  MemberId,
  MemberInput,
  MemberPatch,
  PageQuery,
  Region,
  TransportInput,
  TripId,
  TripInput,
  TripPatch,
  type CallContext,
  type ProfileRpc,
  type ServiceHealth,
} from '@yeojeong/contracts'
import { ok } from '@yeojeong/domain'
import { parsed } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { depsOf } from './deps.ts'
import { addMember, getMember, removeMember, updateMember } from './members/members.ts'
import { briefTrip } from './trips/brief-trip.ts'
import { changeTrip } from './trips/change-trip.ts'
import { createTrip } from './trips/create-trip.ts'
import { deleteTrip } from './trips/delete-trip.ts'
import { getTrip } from './trips/get-trip.ts'
import { linkItinerary, unlinkItinerary } from './trips/link-itinerary.ts'
import { listTrips } from './trips/list-trips.ts'
import { updateTrip } from './trips/update-trip.ts'

const Key = z.string().min(8).max(200)
const CreateTrip = z.object({ key: Key, trip: TripInput, region: Region })
const AddMember = z.object({ key: Key, member: MemberInput })

/** PROFILE: trips and their members. Each method parses what crossed the wire, then hands it to its use case. */
export class ProfileService extends WorkerEntrypoint<Env> implements ProfileRpc {
  readonly #deps = depsOf(this.env)

  createTrip(ctx: CallContext, command: z.input<typeof CreateTrip>) {
    return parsed(ctx, CreateTrip, command, (c, argument) => createTrip(this.#deps, c, argument))
  }
  listTrips(ctx: CallContext, page: PageQuery) {
    return parsed(ctx, PageQuery, page, (c, argument) => listTrips(this.#deps, c, argument))
  }
  getTrip(ctx: CallContext, tripId: string) {
    return parsed(ctx, TripId, tripId, (c, id) => getTrip(this.#deps, c, id))
  }
  updateTrip(ctx: CallContext, tripId: string, patch: TripPatch, region: Region | null) {
    return parsed(ctx, z.tuple([TripId, TripPatch, Region.nullable()]), [tripId, patch, region], (c, args) =>
      updateTrip(this.#deps, c, ...args),
    )
  }
  deleteTrip(ctx: CallContext, tripId: string) {
    return parsed(ctx, TripId, tripId, (c, id) => deleteTrip(this.#deps, c, id))
  }
  setLodgings(ctx: CallContext, tripId: string, input: LodgingsInput) {
    return parsed(ctx, z.tuple([TripId, LodgingsInput]), [tripId, input], (c, [id, fields]) =>
      changeTrip(this.#deps, c, id, () => ok(fields)),
    )
  }
  setBookings(ctx: CallContext, tripId: string, input: BookingsInput) {
    return parsed(ctx, z.tuple([TripId, BookingsInput]), [tripId, input], (c, [id, fields]) =>
      changeTrip(this.#deps, c, id, () => ok(fields)),
    )
  }
  setTransport(ctx: CallContext, tripId: string, input: TransportInput) {
    return parsed(ctx, z.tuple([TripId, TransportInput]), [tripId, input], (c, [id, fields]) =>
      changeTrip(this.#deps, c, id, () => ok(fields)),
    )
  }
  addMember(ctx: CallContext, tripId: string, command: z.input<typeof AddMember>) {
    return parsed(ctx, z.tuple([TripId, AddMember]), [tripId, command], (c, args) => addMember(this.#deps, c, ...args))
  }
  getMember(ctx: CallContext, tripId: string, memberId: string) {
    return parsed(ctx, z.tuple([TripId, MemberId]), [tripId, memberId], (c, args) => getMember(this.#deps, c, ...args))
  }
  updateMember(ctx: CallContext, tripId: string, memberId: string, patch: MemberPatch) {
    return parsed(ctx, z.tuple([TripId, MemberId, MemberPatch]), [tripId, memberId, patch], (c, args) =>
      updateMember(this.#deps, c, ...args),
    )
  }
  removeMember(ctx: CallContext, tripId: string, memberId: string) {
    return parsed(ctx, z.tuple([TripId, MemberId]), [tripId, memberId], (c, args) => removeMember(this.#deps, c, ...args))
  }
  briefTrip(ctx: CallContext, tripId: string) {
    return parsed(ctx, TripId, tripId, (c, id) => briefTrip(this.#deps, c, id))
  }
  linkItinerary(ctx: CallContext, tripId: string, itineraryId: string) {
    return parsed(ctx, z.tuple([TripId, ItineraryId]), [tripId, itineraryId], (c, args) => linkItinerary(this.#deps, c, ...args))
  }
  unlinkItinerary(ctx: CallContext, tripId: string, itineraryId: string) {
    return parsed(ctx, z.tuple([TripId, ItineraryId]), [tripId, itineraryId], (c, args) => unlinkItinerary(this.#deps, c, ...args))
  }

  async health(): Promise<ServiceHealth> {
    try {
      await this.env.PROFILE_DB.prepare('SELECT 1 FROM trips LIMIT 1').all()
      return { service: 'profile', version: '1', state: 'ok' }
    } catch {
      return { service: 'profile', version: '1', state: 'down', detail: 'the trip store does not answer' }
    }
  }
}
