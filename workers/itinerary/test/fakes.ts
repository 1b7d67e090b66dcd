import { WorkerEntrypoint } from 'cloudflare:workers'
import { serviceError, type CallContext, type PlaceAnswer, type RouteRequest } from '@yeojeong/contracts'
import { err, ok } from '@yeojeong/domain'
import { briefOf, HOLIDAYS, PLACES, SECRETS } from './fixture.ts'

/** What the profile service would remember: itineraries by trip. Trips are their owner's: `trp_<user>-…`. */
export const links = new Map<string, Set<string>>()

function owns(ctx: CallContext, tripId: string): boolean {
  return tripId.startsWith(`trp_${ctx.principal.userId.slice('usr_'.length)}-`)
}
const missing = err(serviceError('not_found'))

export class FakeProfile extends WorkerEntrypoint {
  async briefTrip(ctx: CallContext, tripId: string) {
    if (!owns(ctx, tripId)) return missing
    return ok({ brief: briefOf(tripId), title: SECRETS.title, names: { mbr_halmoni: SECRETS.name }, version: 1 })
  }
  async linkItinerary(ctx: CallContext, tripId: string, itineraryId: string) {
    if (!owns(ctx, tripId)) return missing
    links.set(tripId, (links.get(tripId) ?? new Set()).add(itineraryId))
    return ok(null)
  }
  async unlinkItinerary(ctx: CallContext, tripId: string, itineraryId: string) {
    if (!owns(ctx, tripId)) return missing
    links.get(tripId)?.delete(itineraryId)
    return ok(null)
  }
}

function answer(places: PlaceAnswer['places']): PlaceAnswer {
  return { places, degraded: [], sources: ['fixture'], asOf: '2026-11-01T00:00:00Z', attribution: ['Fixture Town'] }
}

export class FakeLocation extends WorkerEntrypoint {
  async candidates() {
    return ok(answer([...PLACES]))
  }
  async details(_ctx: CallContext, ids: readonly string[]) {
    return ok(answer(PLACES.filter(({ id }) => ids.includes(id))))
  }
  async routes(_ctx: CallContext, { mode, origins, destinations }: RouteRequest) {
    return ok({ mode, legs: origins.map(() => destinations.map(() => null)), sources: [], attribution: [], degraded: [] })
  }
  async holidays() {
    return ok(HOLIDAYS)
  }
}
