import type { Place, Reason } from '@yeojeong/domain'
import { fitsDay, wayMinutes, wayPoints } from '../trip/tour-check.ts'
import type { Prepared } from '../trip/problem.ts'
import { reason } from './codes.ts'

type Tours = readonly (readonly number[])[]
type Change = { readonly points: number; readonly day: number; readonly tour: readonly number[]; readonly gone: readonly number[] }

/**
 * What stands in the way of a place that could be visited, found by trying: put in as it is; instead of one sight; instead of all sights of a day.
 * The first of these that fits is the reason, in its least costly form.
 */
export function whyNotIn(prepared: Prepared, tours: Tours, place: Place): Reason {
  const { compiled, setting, ways, objective } = prepared
  objective.clear()
  tours.forEach((tour, t) => tour.forEach((v) => objective.add(v, t)))
  const own = compiled.visits.flatMap((v, i) => (v.place?.id === place.id && v.role === 'sight' ? [i] : []))
  const wayMin = Math.min(
    ...setting.days.flatMap((d) => [d.head.at(-1)!, d.tail[0]!]).map((p) => ways.between(p.position, place.position)?.durationMin ?? 600),
  )
  const inserted = best(prepared, tours, own, () => [[]])
  if (inserted !== null)
    return reason('not-worth-the-way', {
      wayMin: Math.max(0, wayMinutes(prepared, inserted.tour, inserted.day) - wayMinutes(prepared, tours[inserted.day]!, inserted.day)),
    })
  const isSight = (v: number): boolean => compiled.visits[v]!.role === 'sight' && !compiled.visits[v]!.required
  const swapped = best(prepared, tours, own, (tour) => tour.filter(isSight).map((v) => [v]))
  const emptied = swapped ?? best(prepared, tours, own, (tour) => [tour.filter((v) => isSight(v) || compiled.visits[v]!.role === 'rest')])
  if (emptied === null) return reason('too-far', { wayMin })
  const placeIds = emptied.gone.filter(isSight).map((v) => compiled.visits[v]!.place!.id)
  return placeIds.length > 0 ? reason('displaced-by', { placeIds }) : reason('too-far', { wayMin })
}

/** The best way to get one of the visits into a day once something has made room; null when none fits. */
function best(
  prepared: Prepared,
  tours: Tours,
  own: readonly number[],
  rooms: (tour: readonly number[]) => readonly (readonly number[])[],
): Change | null {
  let found: Change | null = null
  tours.forEach((tour, day) => {
    for (const gone of rooms(tour)) {
      const rest = tour.filter((v) => !gone.includes(v))
      for (const visit of own) {
        const change = insertion(prepared, tour, rest, gone, visit, day)
        if (change !== null && (found === null || change.points > found.points)) found = change
      }
    }
  })
  return found
}

function insertion(
  prepared: Prepared,
  before: readonly number[],
  rest: readonly number[],
  gone: readonly number[],
  visit: number,
  day: number,
): Change | null {
  const { objective, compiled } = prepared
  const cell = visit * compiled.model.tours + day
  if (compiled.model.windowFrom[cell] === compiled.model.windowFrom[cell + 1]) return null
  for (const v of gone) objective.remove(v, day)
  const gain = objective.gain(visit, day)
  for (const v of gone) objective.add(v, day)
  let found: Change | null = null
  for (let p = 0; p <= rest.length; p++) {
    const tour = [...rest.slice(0, p), visit, ...rest.slice(p)]
    const points = gain - wayPoints(prepared, tour, day) + wayPoints(prepared, before, day)
    if ((found === null || points > found.points) && fitsDay(prepared, tour, day)) found = { points, day, tour, gone }
  }
  return found
}
