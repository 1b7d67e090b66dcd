import type { RaceParameters } from './race.ts'
import type { InsertionRule } from './recreate.ts'
import type { Ruin } from './ruin.ts'
import { ruinRandom } from './ruin-random.ts'
import { ruinRoom } from './ruin-room.ts'
import { ruinSegment, ruinSlice } from './ruin-segment.ts'
import { ruinStrings } from './ruin-strings.ts'

/** What a search is made of. Weights are small integers; sizes are numbers of stops. */
export type Parameters = {
  readonly ruins: readonly { readonly ruin: Ruin; readonly weight: number; readonly least: number; readonly most: number }[]
  readonly rules: readonly InsertionRule[]
  readonly race: RaceParameters
  /**
   * Temperatures in units of the mean worth of a stop of the first plan: at the start of first runs and of later rounds, at the end of all
   * stretches but the last, and at the end of the search.
   */
  readonly hot: number
  readonly warm: number
  readonly cool: number
  readonly cold: number
  /** A visit that fitted nowhere is left out of the next few iterations: up to this many. */
  readonly patience: number
  /** Share of the visits outside the plan that an iteration looks at, drawn anew each time; 1 = all. */
  readonly glance: number
  /** Share of recreates that overlook waiting when they choose positions. */
  readonly lenience: number
  /** Iterations between two looks at the stop rule. */
  readonly checkEvery: number
}

export const DEFAULT_PARAMETERS: Parameters = {
  ruins: [
    { ruin: ruinStrings, weight: 3, least: 2, most: 8 },
    { ruin: ruinSegment, weight: 3, least: 2, most: 8 },
    { ruin: ruinSlice, weight: 2, least: 2, most: 8 },
    { ruin: ruinRandom, weight: 1, least: 1, most: 6 },
    { ruin: ruinRoom, weight: 6, least: 1, most: 1 },
  ],
  rules: [
    { halves: 2, byShift: true, noise: 0.6 },
    { halves: 3, byShift: true, noise: 0.6 },
    { halves: 4, byShift: true, noise: 0.6 },
    { halves: 2, byShift: false, noise: 0.5 },
    { halves: 0, byShift: false, noise: Infinity },
  ],
  race: { contenders: 8, firstShare: 0.5, leastIterations: 400, lastShare: 0.2 },
  hot: 0.7,
  warm: 0.3,
  cool: 0.08,
  cold: 0.04,
  patience: 15,
  glance: 1,
  lenience: 0.3,
  checkEvery: 4,
}
