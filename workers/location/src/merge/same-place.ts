import { distanceM, isFood, type Place } from '@yeojeong/domain'
import { ALIKE, likeness, namesOf } from './names.ts'

/** Two pins on one building lie this close; on a park or a palace ground, this. */
const POINT_M = 150
const AREA_M = 600
/** Names that are only alike must be of one kind and nearly on the spot: a gate and the square before it are two places. */
const ALIKE_M = 100
/** Nothing further apart in latitude can be the same place. */
const APART_DEG = 0.006

export type Known = { readonly place: Place; readonly names: readonly string[] }

export function known(place: Place): Known {
  return { place, names: namesOf(place) }
}

/** How surely two providers mean the same place: 0 = they don't; higher is surer. */
export function sameness(a: Known, b: Known): number {
  if (a.place.id === b.place.id || a.place.sameAs?.includes(b.place.id) === true || b.place.sameAs?.includes(a.place.id) === true) return 3
  if (Math.abs(a.place.position.lat - b.place.position.lat) > APART_DEG || !compatible(a.place, b.place)) return 0
  const away = distanceM(a.place.position, b.place.position)
  if (away > (a.place.extent === 'area' || b.place.extent === 'area' ? AREA_M : POINT_M)) return 0
  const like = likeness(a.names, b.names)
  const near = 1 - away / (AREA_M * 2)
  if (like === 1) return 1 + near
  return like >= ALIKE && away <= ALIKE_M && a.place.category === b.place.category ? like * near : 0
}

/** A restaurant is no sight; within each of the two, providers sort differently. */
function compatible(a: Place, b: Place): boolean {
  return isFood(a.category) === isFood(b.category) || isAssumed(a) || isAssumed(b)
}

/** Its provider named no kind. */
export function isAssumed(place: Place): boolean {
  return place.sources['category']?.source === 'assumed'
}
