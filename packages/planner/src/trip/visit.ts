import type { LatLng, Lodging, Meal, Money, OpenInterval, Place } from '@yeojeong/domain'
import type { Fixed } from './fixed.ts'

/** Minutes a stop may last, and how long it lasts when nothing presses. */
export type Stay = { readonly min: number; readonly ideal: number; readonly max: number }

/** When a visit may take place on one day: an opening, cut to the hours its role allows it to start. */
export type Window = OpenInterval & {
  /** Earliest and latest start its role allows. */
  readonly from: number
  readonly to: number
  /** Latest end the day's pace allows; absent where the day has no such bound of its own. */
  readonly endBy?: number
}

/** One possible stop: a place in a role, or something fixed. */
export type Visit = {
  readonly role: 'sight' | 'meal' | 'rest' | 'fixed'
  readonly place: Place | null
  readonly meal: Meal | null
  /** A rest at the lodging. */
  readonly lodging: Lodging | null
  readonly fixed: Fixed | null
  readonly position: LatLng
  readonly stay: Stay
  /** The stay the solver counts with; the timing settles the real one. */
  readonly stayMin: number
  readonly short: boolean
  /** [days] */
  readonly windows: readonly (readonly Window[])[]
  /** [days] whether anybody told us the hours of that day; `hoursKnown`: of all of them. */
  readonly knownOn: readonly boolean[]
  readonly hoursKnown: boolean
  readonly gated: boolean
  /** Visits of one group exclude each other over the whole trip. */
  readonly group: string
  readonly slot: 'lunch' | 'dinner' | 'rest' | null
  readonly cost: Money | null
  /** Points of its own, outside anybody's taste. */
  readonly points: number
  readonly required: boolean
}

/** Earliest and latest starts of a stay of `stayMin` in a window; null where it does not fit. */
export function startsIn(window: Window, stayMin: number): { readonly from: number; readonly to: number } | null {
  const from = Math.max(window.open, window.from)
  const to = Math.min(window.lastEntry, window.close - stayMin, (window.endBy ?? Infinity) - stayMin, window.to)
  return from <= to ? { from, to } : null
}
