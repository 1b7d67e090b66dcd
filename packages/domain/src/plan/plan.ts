import type { LatLng } from '../geo.ts'
import type { LocalizedText } from '../language.ts'
import type { Money } from '../money.ts'
import type { Meal } from '../place.ts'
import type { PlainDate } from '../time/plain-date.ts'

/** Minutes are from local midnight of the day; they may pass 1440. Distances are metres. */
export type Minute = number

export type LegMode = 'walk' | 'transit' | 'car' | 'taxi'

/** One movement between two neighbouring positions of a day; there is one wherever the position changes. */
export type Leg = {
  readonly mode: LegMode
  readonly departMin: Minute
  readonly arriveMin: Minute
  readonly durationMin: number
  readonly distanceM: number
  /** What of it is walked: all of a walk, the ways to and from the stop on transit. */
  readonly walkM: number
  /** `model` = the calibrated estimate; else the provider's id. */
  readonly source: string
}

export type StopKind = 'arrival' | 'departure' | 'lodging' | 'sight' | 'meal' | 'rest' | 'booking'

/** Machine-readable grounds; every one is computed from the plan and true of it. Words are made by the reader's language. */
export type Reason = { readonly code: string; readonly params: { readonly [name: string]: string | number | readonly string[] } }

export type Stop = {
  /** Stable over edits: `stp_…`. */
  readonly id: string
  readonly kind: StopKind
  /** `Place.id` for sights, meals and rests at a place; `Lodging.id` / `Booking.id` for those; null for a bare anchor. */
  readonly refId: string | null
  readonly names: LocalizedText
  readonly position: LatLng
  /** When the party gets there, begins (after waiting) and leaves. */
  readonly arriveMin: Minute
  readonly startMin: Minute
  readonly endMin: Minute
  readonly meal: Meal | null
  /** The opening the visit lies in, null where there is no gate or nobody knows. */
  readonly open: { readonly open: Minute; readonly close: Minute; readonly lastEntry: Minute } | null
  readonly hoursKnown: boolean
  /** For the whole party; null = unknown. */
  readonly cost: Money | null
  readonly locked: boolean
  readonly note: string | null
  readonly reasons: readonly Reason[]
  /** The leg that leads here from the previous stop; null on the first stop or where nothing moves. */
  readonly leg: Leg | null
}

export type DayPlan = {
  readonly index: number
  readonly date: PlainDate
  /** In order; the first is where the day begins (arrival or lodging), the last where it ends. */
  readonly stops: readonly Stop[]
  readonly walkM: number
  readonly movingMin: number
}

/** Something that was wished for or stood out and is not in the plan, with the constraint that kept it out. */
export type Dropped = {
  readonly placeId: string
  readonly names: LocalizedText
  readonly wished: boolean
  readonly reason: Reason
}

/** How well one traveller is served: 0 … 1 of what the region could give them in these days. */
export type MemberReport = {
  readonly travellerId: string
  readonly satisfaction: number
  readonly reasons: readonly Reason[]
}

export type Warning = Reason & { readonly stopId: string | null; readonly day: number | null }

export type Plan = {
  readonly days: readonly DayPlan[]
  readonly dropped: readonly Dropped[]
  readonly members: readonly MemberReport[]
  /** Sum of known costs, and how many stops have none known. */
  readonly cost: { readonly known: Money | null; readonly unknownStops: number }
  readonly warnings: readonly Warning[]
  /** Value of the documented objective; comparable only within one problem. */
  readonly score: number
}

/** A request nobody can satisfy: the wishes that conflict, and changes that were tried and do work. */
export type Infeasible = {
  readonly conflict: readonly Reason[]
  readonly relaxations: readonly Reason[]
}
