import type { Place } from '../place.ts'
import type { Infeasible, Plan } from '../plan/plan.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Destination } from '../trip/brief.ts'

/** What a plan was made for, as far as its reader needs to know. */
export type ItineraryFrame = { readonly destination: Destination; readonly startDate: PlainDate; readonly endDate: PlainDate }

/** What the facts behind a plan were not quite (`cache`, `providers`, `stale`), and whom they are owed to. */
export type Provenance = { readonly degraded: readonly ('cache' | 'providers' | 'stale')[]; readonly attribution: readonly string[] }

/** A checked plan and the facts of every place in it, as of planning. */
export type ItineraryPlanned = {
  readonly type: 'ItineraryPlanned'
  readonly v: 1
  readonly data: {
    readonly frame: ItineraryFrame
    readonly seed: number
    readonly plan: Plan
    readonly places: readonly Place[]
    readonly provenance: Provenance
  }
}

/** The request cannot be satisfied: the wishes that conflict and the changes that would do. */
export type ItineraryDeclined = {
  readonly type: 'ItineraryDeclined'
  readonly v: 1
  readonly data: { readonly frame: ItineraryFrame; readonly seed: number; readonly infeasible: Infeasible; readonly provenance: Provenance }
}

/** The planning failed or was cancelled: whatever was recorded before is not valid. */
export type ItineraryWithdrawn = { readonly type: 'ItineraryWithdrawn'; readonly v: 1; readonly data: { readonly failure: string } }

/** What has happened to an itinerary. `v` is the schema version of `data`; older ones are upcast when read. */
export type ItineraryEvent = ItineraryPlanned | ItineraryDeclined | ItineraryWithdrawn

/** An event in its stream: `version` 1, 2, 3 … without gaps. */
export type Recorded<E extends ItineraryEvent = ItineraryEvent> = E & {
  readonly itineraryId: string
  readonly version: number
  /** Epoch milliseconds. */
  readonly at: number
  /** The user on whose behalf. */
  readonly actor: string
  /** What made it happen: the key of the saga's effect or of the command, so that a repeat is recognised. */
  readonly cause: string
}
