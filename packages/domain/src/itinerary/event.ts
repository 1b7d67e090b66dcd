import type { Place } from '../place.ts'
import type { Infeasible, Plan } from '../plan/plan.ts'
import type { Asked, ContentChange, ItineraryFrame, Provenance, TripBasis } from './content.ts'
import type { Edit, EditType, Touches } from './edit.ts'

/** The other plans that were asked for with this one, of another character each. */
export type Sibling = { readonly itineraryId: string; readonly pace: 'calm' | 'balanced' | 'full' }

/** A checked plan and the facts of every place in it, as of planning. */
export type ItineraryPlanned = {
  readonly type: 'ItineraryPlanned'
  readonly v: 2
  readonly data: {
    readonly frame: ItineraryFrame
    readonly seed: number
    readonly plan: Plan
    readonly places: readonly Place[]
    readonly provenance: Provenance
    readonly asked: Asked
    readonly basis: TripBasis | null
    readonly siblings: readonly Sibling[]
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

/** What each edit is called once it has happened. */
export const EDIT_EVENTS = {
  MoveStop: 'StopMoved',
  AddPlace: 'PlaceAdded',
  RemoveStop: 'StopRemoved',
  SwapStop: 'StopSwapped',
  LockStop: 'StopLocked',
  UnlockStop: 'StopUnlocked',
  SetDuration: 'DurationSet',
  SetStart: 'StartSet',
  SetTimes: 'TimesSet',
  SetNote: 'NoteSet',
  Rename: 'ItineraryRenamed',
  Replan: 'ItineraryReplanned',
  Improve: 'PlanImproved',
  Archive: 'ItineraryArchived',
  Unarchive: 'ItineraryUnarchived',
  RestoreVersion: 'VersionRestored',
} as const satisfies { readonly [T in EditType]: string }
export type EditEventType = (typeof EDIT_EVENTS)[EditType]

/** A traveller's edit: what they asked for, and the difference it made. */
export type ItineraryEdited = {
  readonly type: EditEventType
  readonly v: 1
  readonly data: { readonly edit: Edit; readonly touches: Touches; readonly change: ContentChange }
}
/** `of`: the version whose edit was taken back, or done again. */
export type EditUndone = {
  readonly type: 'EditUndone'
  readonly v: 1
  readonly data: { readonly of: number; readonly change: ContentChange }
}
export type EditRedone = {
  readonly type: 'EditRedone'
  readonly v: 1
  readonly data: { readonly of: number; readonly change: ContentChange }
}

/** The trip is no longer what the plan was made for, or is again. */
export type TripChanged = { readonly type: 'TripChanged'; readonly v: 1; readonly data: { readonly basis: TripBasis } }

/** What has happened to an itinerary. `v` is the schema version of `data`; older ones are upcast when read. */
export type ItineraryEvent =
  | ItineraryPlanned
  | ItineraryDeclined
  | ItineraryWithdrawn
  | ItineraryEdited
  | EditUndone
  | EditRedone
  | TripChanged

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
