import { err, ok, type Result } from '../result.ts'
import type { TripBasis } from './content.ts'
import type { ItineraryDeclined, ItineraryEvent, ItineraryPlanned } from './event.ts'
import type { ItineraryState } from './state.ts'

export type ItineraryCommand =
  | { readonly type: 'RecordPlan'; readonly data: ItineraryPlanned['data'] }
  | { readonly type: 'DeclinePlan'; readonly data: ItineraryDeclined['data'] }
  | { readonly type: 'WithdrawItinerary'; readonly failure: string }
  | { readonly type: 'NoteTripChange'; readonly basis: TripBasis }

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

function record(event: ItineraryEvent, state: ItineraryState): Result<readonly ItineraryEvent[], ItineraryRefusal> {
  if (state.status === 'failed') return err({ code: 'withdrawn' })
  return state.status === 'empty' ? ok([event]) : err({ code: 'already_planned' })
}
