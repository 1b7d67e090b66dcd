import type { CallContext, PlanRequest, ServiceError } from '@yeojeong/contracts'
import {
  daysBetween,
  err,
  ok,
  type Edit,
  type HolidayCalendar,
  type Place,
  type ReadyItinerary,
  type Result,
  type TripBasis,
  type TripBrief,
} from '@yeojeong/domain'
import type { PlanInput } from '@yeojeong/planner'
import type { Deps } from '../deps.ts'
import { basisOf } from '../planning/basis.ts'
import { curateByRules } from '../planning/curator.ts'
import { shortlist } from '../planning/shortlist.ts'
import { yearsOf } from '../steps/gather.ts'
import type { Words } from '../store/itinerary-rows.ts'

/** What a plan is changed with: the trip as it is now, the places there are, and the holidays. Held for one request, never stored. */
export type Workshop = {
  readonly brief: TripBrief
  readonly basis: TripBasis
  readonly words: Words
  readonly places: readonly Place[]
  readonly holidays: HolidayCalendar | null
}

/** Whom to ask PROFILE for: the trip is its owner's, whoever of those allowed makes the edit. */
function onBehalfOf(ctx: CallContext, ownerId: string): CallContext {
  return ctx.principal.userId === ownerId ? ctx : { ...ctx, principal: { userId: ownerId, role: 'system' } }
}

/** @param edits what is to be done, for the places it names. Fails as PROFILE or LOCATION does. */
export async function openWorkshop(
  { profile, location }: Pick<Deps, 'profile' | 'location'>,
  ctx: CallContext,
  { ownerId, tripId }: { readonly ownerId: string; readonly tripId: string },
  state: ReadyItinerary,
  edits: readonly Edit[],
): Promise<Result<Workshop, ServiceError>> {
  const { destination } = state.frame
  const [trip, candidates, holidays] = await Promise.all([
    profile.briefTrip(onBehalfOf(ctx, ownerId), tripId),
    location.candidates(ctx, destination.regionId),
    location.holidays(ctx, destination.countryCode, yearsOf(state.frame)),
  ])
  if (!trip.ok) return trip
  if (!candidates.ok) return candidates
  if (!holidays.ok) return holidays
  const { brief, title, names, version } = trip.value
  const curated = await curateByRules(brief, requestOf(state))
  const wanted = edits.flatMap((edit) => ('placeId' in edit ? [edit.placeId] : []))
  const known = await withNamed(location, ctx, destination.regionId, candidates.value.places, wanted)
  if (!known.ok) return known
  return ok({
    brief: curated,
    basis: await basisOf(brief, version),
    words: { title, travellers: names },
    places: choice(known.value, state, curated, wanted),
    holidays: holidays.value,
  })
}

function requestOf({ asked }: Pick<ReadyItinerary, 'asked'>): PlanRequest {
  const { pace, mustSee, avoid, avoidCategories, interests, fairness } = asked
  return {
    ...(pace === null ? {} : { pace }),
    mustSee: [...mustSee],
    avoid: [...avoid],
    avoidCategories: [...avoidCategories] as PlanRequest['avoidCategories'],
    interests: [...interests],
    fairness,
  }
}

export function inputOf({ brief, places, holidays }: Workshop, seed: number): PlanInput {
  return { brief, places, holidays, seed }
}

/** A place somebody names need not be among those a plan would choose from. */
async function withNamed(
  location: Deps['location'],
  ctx: CallContext,
  regionId: string,
  places: readonly Place[],
  named: readonly string[],
): Promise<Result<readonly Place[], ServiceError>> {
  const missing = named.filter((id) => !places.some((place) => place.id === id))
  if (missing.length === 0) return ok(places)
  const found = await location.details(ctx, missing, regionId)
  return found.ok ? ok([...places, ...found.value.places]) : err(found.error)
}

/** Places of the plan keep the facts it was made with, so that an edit elsewhere does not break what was right. */
function choice(places: readonly Place[], state: ReadyItinerary, brief: TripBrief, named: readonly string[]): readonly Place[] {
  const planned = new Map(state.places.map((place) => [place.id, place]))
  const wished = requestOf(state)
  const listed = shortlist(places, brief, wished, daysBetween(brief.startDate, brief.endDate) + 1)
  const ids = new Set([...listed, ...state.plan.dropped.map(({ placeId }) => placeId), ...named])
  const others = places.filter((place) => ids.has(place.id) && !planned.has(place.id))
  return [...planned.values(), ...others]
}
