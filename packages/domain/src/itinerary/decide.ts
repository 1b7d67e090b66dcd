import { err, ok, type Result } from '../result.ts'
import type { Place } from '../place.ts'
import type { Plan } from '../plan/plan.ts'
import { changeBetween, type ContentChange, type TripBasis } from './content.ts'
import type { Touches } from './edit.ts'
import type { ItineraryDeclined, ItineraryEvent, ItineraryPlanned } from './event.ts'
import { contentOf, type ItineraryState, type ReadyItinerary } from './state.ts'

export type ItineraryCommand =
  | { readonly type: 'RecordPlan'; readonly data: ItineraryPlanned['data'] }
  | { readonly type: 'DeclinePlan'; readonly data: ItineraryDeclined['data'] }
  | { readonly type: 'WithdrawItinerary'; readonly failure: string }
  | { readonly type: 'NoteTripChange'; readonly basis: TripBasis }
  | { readonly type: 'ImprovePlan'; readonly plan: Plan; readonly places: readonly Place[] }

/** `already_planned`: another planning has been recorded. `withdrawn`: this one was taken back and stays so. */
export type ItineraryRefusal = { readonly code: 'already_planned' | 'withdrawn' }

/** What a command of our own machinery does to an itinerary, as events still without a version. Travellers' edits: `decideEdit`. */
export function decideItinerary(command: ItineraryCommand, state: ItineraryState): Result<readonly ItineraryEvent[], ItineraryRefusal> {
  switch (command.type) {
    case 'RecordPlan':
      return record({ type: 'ItineraryPlanned', v: 2, data: command.data }, state)
    case 'DeclinePlan':
      return record({ type: 'ItineraryDeclined', v: 1, data: command.data }, state)
    case 'WithdrawItinerary':
      // Also of an empty stream: a recording that was under way when the planning gave up then finds its version taken.
      return ok(state.status === 'failed' ? [] : [{ type: 'ItineraryWithdrawn', v: 1, data: { failure: command.failure } }])
    case 'NoteTripChange':
      return ok(noteTripChange(command.basis, state))
    case 'ImprovePlan':
      return ok(improvePlan(command.plan, command.places, state))
    default:
      return command satisfies never
  }
}

/** Only where it makes a difference: news older than what is known, or of a trip that is what it was, changes nothing. */
function noteTripChange(basis: TripBasis, state: ItineraryState): readonly ItineraryEvent[] {
  if (state.status !== 'ready' || state.basis === null) return []
  const known = state.newestTrip ?? state.basis
  if (basis.version <= known.version || basis.digest === known.digest) return []
  return [{ type: 'TripChanged', v: 1, data: { basis } }]
}

/** The version of the plan as it was first made. */
const PLANNED = 1

/** Only what is better, and only where nothing has happened since: what travellers have done or undone is theirs. They can undo this too. */
function improvePlan(plan: Plan, places: readonly Place[], state: ItineraryState): readonly ItineraryEvent[] {
  if (state.status !== 'ready' || state.version > PLANNED || plan.score <= state.plan.score) return []
  const before = contentOf(state)
  const change = changeBetween(before, { ...before, plan, places })
  return [{ type: 'PlanImproved', v: 1, data: { edit: { type: 'Improve' }, touches: touchesOfChange(state, change), change } }]
}

/** Days that differ and stops that are gone: a note on what has stayed is still a note on it. */
function touchesOfChange({ plan }: ReadyItinerary, { days = [] }: ContentChange): Touches {
  const there = new Set(days.flatMap(({ stops }) => stops.map(({ id }) => id)))
  const gone = days.flatMap(({ index }) => (plan.days[index]?.stops ?? []).filter(({ id }) => !there.has(id)))
  return { writes: [...days.map(({ index }) => `day:${index}`), ...gone.flatMap(({ id }) => [`exists:${id}`, `note:${id}`])], reads: [] }
}

function record(event: ItineraryEvent, state: ItineraryState): Result<readonly ItineraryEvent[], ItineraryRefusal> {
  if (state.status === 'failed') return err({ code: 'withdrawn' })
  return state.status === 'empty' ? ok([event]) : err({ code: 'already_planned' })
}
