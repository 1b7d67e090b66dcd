import type { Place } from '../place.ts'
import type { Infeasible, Plan } from '../plan/plan.ts'
import type { ItineraryFrame, Provenance, Recorded } from './event.ts'

type Versioned = { readonly version: number; readonly updatedAt: number }

export type ItineraryState =
  /** Nothing is planned yet. */
  | { readonly status: 'empty'; readonly version: 0 }
  | (Versioned & {
      readonly status: 'ready'
      readonly frame: ItineraryFrame
      readonly seed: number
      readonly plan: Plan
      readonly places: readonly Place[]
      readonly provenance: Provenance
    })
  | (Versioned & {
      readonly status: 'infeasible'
      readonly frame: ItineraryFrame
      readonly infeasible: Infeasible
      readonly provenance: Provenance
    })
  | (Versioned & { readonly status: 'failed'; readonly failure: string })

export const emptyItinerary: ItineraryState = { status: 'empty', version: 0 }

/** The state after one more event of its stream. Throws on a gap: that is a broken store. */
export function evolveItinerary(state: ItineraryState, event: Recorded): ItineraryState {
  if (event.version !== state.version + 1) throw new Error(`itinerary stream: version ${event.version} after ${state.version}`)
  const versioned = { version: event.version, updatedAt: event.at }
  switch (event.type) {
    case 'ItineraryPlanned': {
      const { frame, seed, plan, places, provenance } = event.data
      return { ...versioned, status: 'ready', frame, seed, plan, places, provenance }
    }
    case 'ItineraryDeclined': {
      const { frame, infeasible, provenance } = event.data
      return { ...versioned, status: 'infeasible', frame, infeasible, provenance }
    }
    case 'ItineraryWithdrawn':
      return { ...versioned, status: 'failed', failure: event.data.failure }
    default:
      throw new Error(`itinerary stream: unknown event ${JSON.stringify(event satisfies never)}`)
  }
}
