import type { LatLng } from '@yeojeong/domain'
import { UNREACHABLE } from '../core/model.ts'
import type { Ways } from './ways.ts'

/** Ways between all pairs of spots, as the solver's matrices are filled from them: [spots x spots] row-major. */
export type WayTable = {
  readonly spots: number
  /** Whole minutes; UNREACHABLE where no allowed way keeps the party's limits. */
  readonly minutes: Int32Array
  readonly walkM: Int32Array
  /** 1 where a trip by public transport takes a taxi. */
  readonly relief: Uint8Array
}

/** @param symmetric the way back is like the way there: half the questions. */
export function wayTable(spots: readonly LatLng[], ways: Ways, symmetric: boolean): WayTable {
  const n = spots.length
  const minutes = new Int32Array(n * n)
  const walkM = new Int32Array(n * n)
  const relief = new Uint8Array(n * n)
  for (let a = 0; a < n; a++) {
    for (let b = symmetric ? a + 1 : 0; b < n; b++) {
      if (a === b) continue
      const way = ways.between(spots[a]!, spots[b]!)
      minutes[a * n + b] = way?.durationMin ?? UNREACHABLE
      walkM[a * n + b] = way?.walkM ?? 0
      relief[a * n + b] = way?.relief === undefined ? 0 : 1
      if (!symmetric) continue
      minutes[b * n + a] = minutes[a * n + b]!
      walkM[b * n + a] = walkM[a * n + b]!
      relief[b * n + a] = relief[a * n + b]!
    }
  }
  return { spots: n, minutes, walkM, relief }
}
