import type { Infeasible } from '../plan/plan.ts'
import { applyChange, stopIn, type Content, type ItineraryFrame, type Provenance, type TripBasis } from './content.ts'
import type { Recorded, Sibling } from './event.ts'
import { mark, recordEdit, type History } from './history.ts'

type Versioned = { readonly version: number; readonly updatedAt: number }

export type ReadyItinerary = Versioned &
  Content & {
    readonly status: 'ready'
    readonly siblings: readonly Sibling[]
    /** The newest state of the trip that this itinerary was told of; null = none since it was planned. */
    readonly newestTrip: TripBasis | null
    readonly history: History
  }

export type ItineraryState =
  /** Nothing is planned yet. */
  | { readonly status: 'empty'; readonly version: 0 }
  | ReadyItinerary
  | (Versioned & {
      readonly status: 'infeasible'
      readonly frame: ItineraryFrame
      readonly infeasible: Infeasible
      readonly provenance: Provenance
    })
  | (Versioned & { readonly status: 'failed'; readonly failure: string })

export const emptyItinerary: ItineraryState = { status: 'empty', version: 0 }

/** The part of a ready itinerary that edits change. */
export function contentOf(state: ReadyItinerary): Content {
  const { frame, seed, plan, places, provenance, asked, basis, pins, title, archived } = state
  return { frame, seed, plan, places, provenance, asked, basis, pins, title, archived }
}

/** Whether the trip has become another than the one this was planned for. */
export function isOutOfDate({ basis, newestTrip }: Pick<ReadyItinerary, 'basis' | 'newestTrip'>): boolean {
  return basis !== null && newestTrip !== null && newestTrip.version > basis.version && basis.digest !== newestTrip.digest
}

export function dayOfStop(state: Pick<Content, 'plan'>): (stopId: string) => number | null {
  return (stopId) => stopIn(state.plan, stopId)?.day ?? null
}

/** The state after one more event of its stream. Throws on a gap: that is a broken store. */
export function evolveItinerary(state: ItineraryState, event: Recorded): ItineraryState {
  if (event.version !== state.version + 1) throw new Error(`itinerary stream: version ${event.version} after ${state.version}`)
  const versioned = { version: event.version, updatedAt: event.at }
  switch (event.type) {
    case 'ItineraryPlanned':
      return {
        ...versioned,
        ...event.data,
        status: 'ready',
        pins: {},
        title: null,
        archived: false,
        newestTrip: null,
        history: [],
      }
    case 'ItineraryDeclined': {
      const { frame, infeasible, provenance } = event.data
      return { ...versioned, status: 'infeasible', frame, infeasible, provenance }
    }
    case 'ItineraryWithdrawn':
      return { ...versioned, status: 'failed', failure: event.data.failure }
    case 'TripChanged':
      return { ...ready(state, event), ...versioned, newestTrip: event.data.basis }
    case 'EditUndone':
    case 'EditRedone': {
      const before = ready(state, event)
      const standing = event.type === 'EditUndone' ? 'undone' : 'done'
      return {
        ...before,
        ...versioned,
        ...applyChange(contentOf(before), event.data.change),
        history: mark(before.history, event.data.of, standing, event.version),
      }
    }
    default: {
      const before = ready(state, event)
      const { edit, touches, change } = event.data
      const history = recordEdit(before.history, { ...touches, version: event.version, actor: event.actor, edit })
      return { ...before, ...versioned, ...applyChange(contentOf(before), change), history }
    }
  }
}

function ready(state: ItineraryState, event: Recorded): ReadyItinerary {
  if (state.status !== 'ready') throw new Error(`itinerary stream: ${event.type} while ${state.status}`)
  return state
}
