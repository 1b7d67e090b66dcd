import type { Command, DayView, ItineraryView } from '@yeojeong/contracts'
import { isMovable } from './foresee.ts'

type Move = Extract<Command, { type: 'MoveStop' }>

/** What a stop can come after: the traveller's stops and what is booked, in order. */
function orderOf(day: DayView): readonly string[] {
  return day.stops.filter((stop) => isMovable(stop) || stop.kind === 'booking').map(({ id }) => id)
}

/** One place up (-1) or down (1) in its day; null at the ends. */
export function stepMove(day: DayView, stopId: string, step: -1 | 1): Move | null {
  const order = orderOf(day)
  const to = order.indexOf(stopId) + step
  if (to < 0 || to >= order.length) return null
  const others = order.filter((id) => id !== stopId)
  return { type: 'MoveStop', stopId, day: day.index, after: others[to - 1] ?? null }
}

/** To another day, where it costs least. */
export function dayMove(stopId: string, day: number): Move {
  return { type: 'MoveStop', stopId, day }
}

/** Dropped after a stop of a day (any, also where the day begins); null where it would stay as it is. */
export function dropMove(view: ItineraryView, stopId: string, dayIndex: number, afterId: string): Move | null {
  const day = view.days[dayIndex]
  if (day === undefined || afterId === stopId) return null
  const order = orderOf(day)
  const upTo = day.stops.slice(0, day.stops.findIndex(({ id }) => id === afterId) + 1)
  const after = upTo.map(({ id }) => id).findLast((id) => order.includes(id) && id !== stopId) ?? null
  const at = order.indexOf(stopId)
  if (at >= 0 && (order[at - 1] ?? null) === after) return null
  return { type: 'MoveStop', stopId, day: dayIndex, after }
}
