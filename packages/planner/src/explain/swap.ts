import { distanceM, type Place, type Reason } from '@yeojeong/domain'
import type { Opening } from '../trip/opening.ts'
import type { Prepared } from '../trip/prepare.ts'
import { reason } from './codes.ts'

/** Beyond this there and back leaves no day. */
const FAR_WAY_MIN = 110

/**
 * What stands in the way of a place that could be visited: too far from every day's ends; its own kind, of which there is enough; else the stops of
 * the day nearest to it that would have to go, by trying: the place instead of each sight of each day it is open.
 */
export function bestSwap(prepared: Prepared, tours: readonly (readonly number[])[], place: Place, openings: readonly Opening[]): Reason {
  const { setting, ways, compiled } = prepared
  const wayMin = Math.min(...setting.days.flatMap((d) => [d.head.at(-1)!, d.tail[0]!]).map((p) => ways.between(p.position, place.position)?.durationMin ?? Infinity))
  if (wayMin > FAR_WAY_MIN) return reason('too-far', { wayMin: Number.isFinite(wayMin) ? wayMin : 0 })
  const sights = tours.flatMap((tour, day) => tour.filter((v) => compiled.visits[v]!.role === 'sight').map((v) => ({ visit: compiled.visits[v]!, day })))
  const same = sights.filter(({ visit }) => visit.place!.category === place.category)
  if (same.length >= Math.max(2, Math.ceil(setting.days.length * 0.6) + 1)) {
    return reason('enough-of-its-kind', { category: place.category, placeIds: same.map(({ visit }) => visit.place!.id) })
  }
  const open = sights.filter(({ day }) => openings[day]!.intervals.length > 0)
  const nearest = open.toSorted((a, b) => distanceM(a.visit.position, place.position) - distanceM(b.visit.position, place.position))
  const full = nearest.filter(({ day }) => sights.filter((s) => s.day === day).length >= setting.party.sightsADay)
  const chosen = (full.length > 0 ? full : nearest)[0]
  return chosen === undefined ? reason('not-worth-the-way', { wayMin }) : reason('displaced-by', { placeIds: [chosen.visit.place!.id] })
}
