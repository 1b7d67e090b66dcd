import { err, ok, type Result } from '../result.ts'
import type { ItineraryDeclined, ItineraryEvent, ItineraryPlanned } from './event.ts'
import type { ItineraryState } from './state.ts'

export type ItineraryCommand =
  | { readonly type: 'RecordPlan'; readonly data: ItineraryPlanned['data'] }
  | { readonly type: 'DeclinePlan'; readonly data: ItineraryDeclined['data'] }
  | { readonly type: 'WithdrawItinerary'; readonly failure: string }

/** `already_planned`: another planning has been recorded. `withdrawn`: this one was taken back and stays so. */
export type ItineraryRefusal = { readonly code: 'already_planned' | 'withdrawn' }

/** What a command does to an itinerary, as events still without a version. */
export function decideItinerary(command: ItineraryCommand, state: ItineraryState): Result<readonly ItineraryEvent[], ItineraryRefusal> {
  switch (command.type) {
    case 'RecordPlan':
      return record({ type: 'ItineraryPlanned', v: 1, data: command.data }, state)
    case 'DeclinePlan':
      return record({ type: 'ItineraryDeclined', v: 1, data: command.data }, state)
    case 'WithdrawItinerary':
      // Also of an empty stream: a recording that was under way when the planning gave up then finds its version taken.
      return ok(state.status === 'failed' ? [] : [{ type: 'ItineraryWithdrawn', v: 1, data: { failure: command.failure } }])
    default:
      return command satisfies never
  }
}

function record(event: ItineraryEvent, state: ItineraryState): Result<readonly ItineraryEvent[], ItineraryRefusal> {
  if (state.status === 'failed') return err({ code: 'withdrawn' })
  return state.status === 'empty' ? ok([event]) : err({ code: 'already_planned' })
}
