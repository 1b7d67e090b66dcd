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
  /** Start and end temperature, in units of the mean worth of a stop of the first plan. */
  readonly heat: number
  readonly cold: number
  /** Iterations between two looks at the stop rule. */
  readonly checkEvery: number
}

export const DEFAULT_PARAMETERS: Parameters = {
  ruins: [
    { ruin: ruinStrings, weight: 3, least: 2, most: 8 },
    { ruin: ruinSegment, weight: 3, least: 2, most: 8 },
    { ruin: ruinSlice, weight: 2, least: 2, most: 8 },
    { ruin: ruinRandom, weight: 1, least: 1, most: 6 },
    { ruin: ruinRoom, weight: 3, least: 1, most: 1 },
  ],
  rules: [
    { halves: 2, byShift: true, noise: 0.6 },
    { halves: 3, byShift: true, noise: 0.6 },
    { halves: 4, byShift: true, noise: 0.6 },
    { halves: 2, byShift: false, noise: 0.5 },
    { halves: 0, byShift: false, noise: Infinity },
  ],
  heat: 0.25,
  cold: 0.012,
  checkEvery: 16,
}
