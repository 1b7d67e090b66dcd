import type { ItineraryView } from '@yeojeong/contracts'
import { isOutOfDate, redoable, textIn, undoable, type ItineraryFrame, type ItineraryState, type ReadyItinerary } from '@yeojeong/domain'
import type { ItineraryRow } from '../store/itinerary-rows.ts'
import { dayViews, mutable } from './day-view.ts'

type Head = Pick<ItineraryRow, 'id' | 'ownerId' | 'tripId' | 'frame' | 'words' | 'failure' | 'createdAt' | 'updatedAt'> & {
  readonly status: ItineraryView['status']
}

/** All there is to read of an itinerary, from its row and the state its events lead to. The same input gives the same view. */
export function itineraryView(head: Head, state: ItineraryState): ItineraryView {
  const frame = 'frame' in state ? state.frame : head.frame
  const blank = blankView(head, frame)
  switch (state.status) {
    case 'empty':
      return blank
    case 'failed':
      return { ...blank, version: state.version, status: 'failed', failure: state.failure, updatedAt: iso(state.updatedAt) }
    case 'infeasible': {
      const { conflict, relaxations } = state.infeasible
      return {
        ...blank,
        ...provenance(state.provenance),
        version: state.version,
        status: 'infeasible',
        infeasible: { conflict: conflict.map(mutable), relaxations: relaxations.map(mutable) },
        updatedAt: iso(state.updatedAt),
      }
    }
    case 'ready': {
      const { plan, places } = state
      return {
        ...blank,
        ...provenance(state.provenance),
        version: state.version,
        status: state.archived ? 'archived' : 'ready',
        title: state.title ?? blank.title,
        days: dayViews(plan.days, frame.destination.timeZone, new Set(places.map((place) => place.id)), state.pins),
        places: Object.fromEntries(places.map((place) => [place.id, place])),
        dropped: plan.dropped.map((dropped) => ({ ...dropped, reason: mutable(dropped.reason) })),
        members: plan.members.map((member) => ({ ...member, reasons: member.reasons.map(mutable) })),
        cost: plan.cost,
        warnings: plan.warnings.map((warning) => mutable(warning)),
        updatedAt: iso(state.updatedAt),
        outOfDate: outOfDate(state),
        history: { canUndo: undoable(state.history, head.ownerId) !== null, canRedo: redoable(state.history, head.ownerId) !== null },
        pace: state.asked.pace,
        siblings: state.siblings.map((sibling) => ({ ...sibling })),
      }
    }
    default:
      return state satisfies never
  }
}

function outOfDate(state: ReadyItinerary): { plannedForTripVersion: number; tripVersion: number } | null {
  const { basis, newestTrip } = state
  if (basis === null || newestTrip === null || !isOutOfDate(state)) return null
  return { plannedForTripVersion: basis.version, tripVersion: newestTrip.version }
}

function blankView(
  { id, tripId, status, words, failure, createdAt, updatedAt }: Head,
  { destination, startDate, endDate }: ItineraryFrame,
): ItineraryView {
  const { regionId, name, timeZone, center } = destination
  return {
    id,
    tripId,
    version: 0,
    status,
    title: words.title === '' ? textIn(name, 'en') : words.title,
    destination: { regionId, names: name, timeZone, center },
    startDate,
    endDate,
    days: [],
    places: {},
    travellers: words.travellers,
    dropped: [],
    members: [],
    cost: { known: null, unknownStops: 0 },
    warnings: [],
    infeasible: null,
    failure,
    degraded: [],
    attribution: [],
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
  }
}

function provenance({
  degraded,
  attribution,
}: {
  readonly degraded: readonly ItineraryView['degraded'][number][]
  readonly attribution: readonly string[]
}) {
  return { degraded: [...degraded], attribution: [...attribution] }
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
