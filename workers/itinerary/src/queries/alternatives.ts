import {
  serviceError,
  type Alternatives,
  type CallContext,
  type PlanSummary,
  type ServiceError,
  type SlotAlternative,
} from '@yeojeong/contracts'
import { contentOf, err, ok, toIso, type ReadyItinerary, type Result } from '@yeojeong/domain'
import { alternativesFor } from '@yeojeong/planner'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { sameDays } from '../edits/carry-out.ts'
import { inputOf, openWorkshop } from '../edits/workshop.ts'
import { read } from './read.ts'
import { roleIn } from '../sharing/access.ts'

type Needs = Pick<Deps, 'rows' | 'streams' | 'profile' | 'location' | 'sagaOf' | 'shares' | 'now'>

/** What else could be in a stop's place; without a stop, the plans that were asked for together. */
export async function alternatives(
  deps: Needs,
  ctx: CallContext,
  itineraryId: string,
  stopId: string | null,
): Promise<Result<Alternatives, ServiceError>> {
  const [row, { state }] = await Promise.all([deps.rows.find(itineraryId), deps.streams.load(itineraryId)])
  const role = row === null ? null : await roleIn(deps, ctx, row)
  if (row === null || role === null || role === 'viewer') return err(notFound)
  if (state.status !== 'ready') return err(serviceError('not_editable', 'There is no plan yet.'))
  if (stopId === null) return ok({ version: state.version, slot: null, plans: await sideBySide(deps, ctx, itineraryId, state) })
  const slot = await slotAlternatives(deps, ctx, row, state, stopId)
  if (!slot.ok) return slot
  // What each traveller makes of it is the owner's to know.
  const told = role === 'owner' ? slot.value : slot.value.map((one) => ({ ...one, members: [] }))
  return ok({ version: state.version, slot: told, plans: null })
}

async function slotAlternatives(
  deps: Needs,
  ctx: CallContext,
  row: { readonly ownerId: string; readonly tripId: string },
  state: ReadyItinerary,
  stopId: string,
): Promise<Result<SlotAlternative[], ServiceError>> {
  const day = state.plan.days.find(({ stops }) => stops.some(({ id }) => id === stopId))
  if (day === undefined) return err(notFound)
  const workshop = await openWorkshop(deps, ctx, row, state, [])
  if (!workshop.ok) return workshop
  if (!sameDays(contentOf(state), workshop.value)) return err(serviceError('trip_changed', 'The trip has other dates than this plan.'))
  const places = new Map(workshop.value.places.map((place) => [place.id, place]))
  const { timeZone } = state.frame.destination
  const found = alternativesFor(inputOf(workshop.value, state.seed), state.plan, stopId)
  return ok(
    found.flatMap(({ placeId, startMin, endMin, members, ...rest }) => {
      const place = places.get(placeId)
      const times = { startAt: toIso(day.date, startMin, timeZone), endAt: toIso(day.date, endMin, timeZone) }
      return place === undefined ? [] : [{ ...rest, ...times, place, members: members.map((member) => ({ ...member })) }]
    }),
  )
}

async function sideBySide(deps: Needs, ctx: CallContext, itineraryId: string, state: ReadyItinerary): Promise<PlanSummary[]> {
  const ids = [{ itineraryId, pace: state.asked.pace ?? 'balanced' }, ...state.siblings]
  const found = await Promise.all(ids.map(async (one) => ({ ...one, view: await read(deps, ctx, one.itineraryId) })))
  const states = await Promise.all(found.map(async (one) => (await deps.streams.load(one.itineraryId)).state))
  // A sibling that has been erased is no longer there to compare with.
  return found.flatMap(({ view, pace, itineraryId: id }, i) => {
    if (!view.ok) return []
    const { status, version, days, cost, members, warnings } = view.value.view
    const stops = days.flatMap((day) => day.stops)
    const sum = (of: 'walkM' | 'movingMin'): number => days.reduce((total, day) => total + day[of], 0)
    const its = states[i]!
    return [
      {
        itineraryId: id,
        pace,
        status,
        version,
        sights: stops.filter(({ kind }) => kind === 'sight').length,
        placeIds: stops.flatMap(({ placeId }) => placeId ?? []),
        walkM: sum('walkM'),
        movingMin: sum('movingMin'),
        cost,
        members: members.map(({ travellerId, satisfaction }) => ({ travellerId, satisfaction })),
        warnings: warnings.length,
        score: its.status === 'ready' ? its.plan.score : null,
      },
    ]
  })
}
