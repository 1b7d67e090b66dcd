import type { CallContext, ServiceError } from '@yeojeong/contracts'
import { ok, type Result } from '@yeojeong/domain'
import { log } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { basisOf } from '../planning/basis.ts'
import { changeItinerary } from './change-itinerary.ts'

type Needs = Pick<Deps, 'profile' | 'rows' | 'streams' | 'hints' | 'now' | 'sagaOf' | 'erasure'>

/** Tells a trip's itineraries what it has become. One that is not planned yet has nothing to hear. */
export async function tripChanged(deps: Needs, ctx: CallContext, tripId: string): Promise<Result<null, ServiceError>> {
  const trip = await deps.profile.briefTrip(ctx, tripId)
  if (!trip.ok) return trip
  const { brief, title, names, version } = trip.value
  const basis = await basisOf(brief, version)
  const words = { title, travellers: names }
  for (const itineraryId of await deps.erasure.ofTrip(tripId, ctx.principal.userId)) {
    const row = await deps.rows.find(itineraryId)
    if (row === null || row.status !== 'ready') continue
    const isRenamed = JSON.stringify(words) !== JSON.stringify(row.words)
    if (isRenamed) await deps.rows.setWords(itineraryId, words, deps.now())
    const about = { itineraryId, actor: ctx.principal.userId, cause: `trip:${tripId}:${version}` }
    const changed = await changeItinerary(deps, { type: 'NoteTripChange', basis }, about)
    if (isRenamed && changed.ok) await deps.sagaOf(itineraryId).republish()
  }
  return ok(null)
}

/** Erases every itinerary of a trip: those known here, planned or not. Answered when each has it written down. */
export async function forgetTrip({ erasure, sagaOf }: Needs, ctx: CallContext, tripId: string): Promise<Result<null, ServiceError>> {
  const ids = await erasure.ofTrip(tripId, ctx.principal.userId)
  for (const id of ids) await sagaOf(id).forget(ctx.principal.userId)
  if (ids.length > 0) log('info', 'itinerary.forgotten', ctx, { itineraries: ids.length })
  return ok(null)
}
