import type { CallContext, ServiceError } from '@yeojeong/contracts'
import { err, ok, type Result, type TripBrief } from '@yeojeong/domain'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { briefOf } from '../model/brief.ts'

export type BriefedTrip = { brief: TripBrief; title: string; names: Record<string, string>; version: number }

/** For the planning saga only; the gateway has no route to it. */
export async function briefTrip(deps: Deps, ctx: CallContext, tripId: string): Promise<Result<BriefedTrip, ServiceError>> {
  const found = await deps.trips.find(tripId, ctx.principal.userId)
  if (found === null) return err(notFound)
  const { trip } = found
  const names = Object.fromEntries(trip.members.map((member) => [member.id, member.name]))
  return ok({ brief: briefOf(trip), title: trip.title, names, version: trip.version })
}
