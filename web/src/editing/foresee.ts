import type { Command, DayView, ItineraryView, StopView } from '@yeojeong/contracts'
import { minuteOn } from '../itinerary/moments.ts'

/** Minutes set aside for a way nobody has timed yet. */
const GUESSED_WAY_MIN = 15

/** Where a day begins and ends is not the itinerary's to change, nor is what is booked. */
export function isMovable(stop: StopView): boolean {
  return stop.kind === 'sight' || stop.kind === 'meal' || stop.kind === 'rest'
}

/**
 * The view as it will probably be, shown until the answer comes. Times are guesses; what only the planner can know
 * (a swap, a new place, a replan) is left as it is.
 */
export function foresee(view: ItineraryView, command: Command): ItineraryView {
  switch (command.type) {
    case 'LockStop':
    case 'UnlockStop':
      return withStop(view, command.stopId, { locked: command.type === 'LockStop' })
    case 'SetNote':
      return withStop(view, command.stopId, { note: command.note })
    case 'Rename':
      return command.title === null ? view : { ...view, title: command.title }
    case 'RemoveStop':
      return { ...view, days: view.days.map((day) => without(day, command.stopId)) }
    case 'MoveStop':
      return command.after === undefined ? view : moved(view, command.stopId, command.day, command.after)
    default:
      return view
  }
}

function withStop(view: ItineraryView, stopId: string, change: Partial<StopView>): ItineraryView {
  const days = view.days.map((day) => ({ ...day, stops: day.stops.map((stop) => (stop.id === stopId ? { ...stop, ...change } : stop)) }))
  return { ...view, days }
}

function without(day: DayView, stopId: string): DayView {
  const at = day.stops.findIndex(({ id }) => id === stopId)
  if (at < 0) return day
  const rest = day.stops.filter((_, index) => index !== at)
  // The way to the next stop was from the one that is gone.
  return retimed({ ...day, stops: rest.map((stop, index) => (index === at ? { ...stop, leg: null } : stop)) })
}

function moved(view: ItineraryView, stopId: string, to: number, after: string | null): ItineraryView {
  const stop = view.days.flatMap(({ stops }) => stops).find(({ id }) => id === stopId)
  if (stop === undefined) return view
  const days = view.days.map((day) => {
    const left = without(day, stopId)
    return day.index === to ? retimed(inserted(left, stop, after)) : left
  })
  return { ...view, days }
}

function inserted(day: DayView, stop: StopView, after: string | null): DayView {
  const first = day.stops.findIndex((one) => isMovable(one) || one.kind === 'booking')
  const end = Math.max(1, day.stops.length - 1)
  const at = after === null ? (first < 0 ? end : first) : day.stops.findIndex(({ id }) => id === after) + 1
  const stops = [...day.stops.slice(0, at), { ...stop, leg: null }, ...day.stops.slice(at)]
  return { ...day, stops: stops.map((one, index) => (index === at + 1 ? { ...one, leg: null } : one)) }
}

/** One stop after the other, each as long as it was; what has a fixed time keeps it. */
function retimed(day: DayView): DayView {
  let freeAt: number | null = null
  const stops = day.stops.map((stop) => {
    const startMin = minuteOn(day.date, stop.startAt)
    const stayMin = minuteOn(day.date, stop.endAt) - startMin
    const earliest = freeAt === null ? startMin : freeAt + (stop.leg?.durationMin ?? GUESSED_WAY_MIN)
    const fixed = stop.locked || stop.kind === 'booking' || stop.kind === 'departure' || freeAt === null
    const from: number = fixed ? Math.max(startMin, freeAt ?? startMin) : earliest
    freeAt = from + stayMin
    const startAt = momentOn(stop.startAt, day.date, from)
    const leg = stop.leg && { ...stop.leg, departAt: momentOn(startAt, day.date, from - stop.leg.durationMin), arriveAt: startAt }
    return { ...stop, leg, arriveAt: startAt, startAt, endAt: momentOn(startAt, day.date, freeAt) }
  })
  return { ...day, stops }
}

const DAY_MIN = 1440
const DAY_MS = 86_400_000

/** A moment of the same offset as `like`, so many minutes from midnight of `date`. */
function momentOn(like: string, date: string, minute: number): string {
  const days = Math.floor(minute / DAY_MIN)
  const inDay = minute - days * DAY_MIN
  const on = new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${on}T${two(Math.floor(inDay / 60))}:${two(inDay % 60)}:00${like.slice(19)}`
}
