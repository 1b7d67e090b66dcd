import type { DayPlan, LatLng, Place, Stop } from '@yeojeong/domain'
import { begin, emptyLeave, end } from './assemble.ts'
import { ItineraryBuilder, type StopDraft } from './builder.ts'
import { costOf, fixedVisit, lodgingRests, visitsOf, type Setting } from './candidates.ts'
import { ceilGrid, type DayFrame } from './days.ts'
import type { Fixed } from './fixed.ts'
import { openingOn } from './opening.ts'
import type { Item, Pins } from './outline.ts'
import { stopId } from './stop-id.ts'
import { timeDay, type Timed } from './timing.ts'
import type { Stay, Visit, Window } from './visit.ts'
import type { Ways } from './ways.ts'

/** What a day is timed with. `touched`: the stop the traveller has just changed, the first whose hours give way when not all can hold. */
export type Retiming = {
  readonly setting: Setting
  readonly ways: Ways
  readonly currency: string
  readonly pins: Pins
  readonly touched: string | null
}

/** How much gives way: nothing; the touched stop's own hours; and the end of the day; and everybody's hours and stays. */
const LEVELS = [0, 1, 2, 3] as const
export type Level = (typeof LEVELS)[number]
const WHENEVER = { open: 0, close: 1740, lastEntry: 1740, from: 0, to: 1740 } as const
const LATEST_END = 1740
const HURRIED_STAY_MIN = 15

export type Retimed = { readonly level: Level; readonly timed: readonly Timed[]; readonly wayMin: number }

/** The best times for stops in this order, giving way as little as it takes; null when what is fixed cannot be kept at all. */
export function retime(about: Retiming, day: DayFrame, items: readonly Item[]): Retimed | null {
  for (const level of LEVELS) {
    const visits = items.map((item) => visitFor(about, day, item, level))
    const travel = travelOf(about.ways, day, visits)
    if (travel === null) return null
    const timed = timeDay(visits, {
      earliest: day.earliest,
      latest: level < 2 ? day.latest : Math.max(day.latest, LATEST_END),
      day: day.index,
      travel,
      arriving: day.head.at(-1)!.kind === 'arrival' && about.setting.brief.arrival.at !== null,
      departing: day.tail.at(-1)!.kind === 'departure' && about.setting.brief.departure.at !== null,
    })
    if (timed !== null) return { level, timed, wayMin: travel.reduce((sum, minutes) => sum + minutes, 0) }
  }
  return null
}

/** Minutes on the grid from the day's start over its visits to its end; what is fixed is reached and left to the minute. Null: no way. */
function travelOf(ways: Ways, day: DayFrame, visits: readonly Visit[]): readonly number[] | null {
  const points: readonly { readonly position: LatLng; readonly fixed: Fixed | null }[] = [
    { position: day.head.at(-1)!.position, fixed: null },
    ...visits,
    { position: day.tail[0]!.position, fixed: null },
  ]
  const travel = points.slice(1).map((to, i) => {
    const from = points[i]!
    const minutes = ways.between(from.position, to.position)?.durationMin
    if (minutes === undefined) return null
    if (to.fixed !== null) return minutes
    return from.fixed === null ? ceilGrid(minutes) : ceilGrid(from.fixed.toMin + minutes) - from.fixed.toMin
  })
  return travel.every((minutes) => minutes !== null) ? travel : null
}

/** A stop as something to be timed. */
export function visitFor(about: Retiming, day: DayFrame, item: Item, level: Level): Visit {
  const { setting, pins } = about
  const fixed = fixedFor(item, day, pins)
  if (fixed !== null) return fixedVisit(fixed, setting, new Map(item.place === null ? [] : [[item.place.id, item.place]]))
  const base = possible(about, day, item) ?? anyhow(about, day, item)
  const own = base.windows[day.index]!
  const freed = level >= 3 || (level >= 1 && item.id === about.touched) || own.length === 0
  const stayMin = pins[item.id]?.stayMin ?? null
  const stay = stayMin !== null ? { min: stayMin, ideal: stayMin, max: stayMin } : usualStay(base.stay, item, freed && level >= 1)
  return { ...base, windows: setting.days.map((d) => (d.index === day.index ? (freed ? [WHENEVER] : own) : [])), stay }
}

/** As long as before where that is sensible: an edit of one stop should not change the others more than it must. */
function usualStay({ min, ideal, max }: Stay, { stop }: Item, hurried: boolean): Stay {
  const before = stop === null ? ideal : Math.min(max, Math.max(min, stop.endMin - stop.startMin))
  return { min: hurried ? Math.min(min, HURRIED_STAY_MIN) : min, ideal: before, max }
}

/** Bookings, locked stops, and stops whose start somebody has set. */
function fixedFor({ id, stop, role, place, meal }: Item, day: DayFrame, pins: Pins): Fixed | null {
  if (role === 'booking') return day.fixed.find((f) => f.booking?.id === stop?.refId) ?? fromStop(stop!, day.index, stop!)
  if (stop?.locked === true) return fromStop(stop, day.index, stop)
  const pin = pins[id]
  if (pin?.startMin == null) return null
  const stay = pin.stayMin ?? (stop === null ? (place?.stay.ideal ?? 60) : stop.endMin - stop.startMin)
  const shown = stop ?? { kind: role, meal, refId: place?.id ?? null, position: place!.position }
  return fromStop(shown, day.index, { startMin: pin.startMin, endMin: pin.startMin + stay }, stop, id)
}

function fromStop(
  shown: Pick<Stop, 'kind' | 'meal' | 'position'>,
  day: number,
  { startMin, endMin }: { readonly startMin: number; readonly endMin: number },
  stop: Stop | null = null,
  key = '',
): Fixed {
  const slot = shown.kind === 'meal' ? shown.meal : shown.kind === 'rest' ? 'rest' : null
  const times = { startMin, endMin, fromMin: startMin, toMin: endMin }
  return { key, day, booking: null, stop, position: shown.position, ...times, slot, isSight: shown.kind === 'sight' }
}

/** The visit the planner itself would see in this stop; null where it would never propose it on this day. */
function possible({ setting, currency }: Retiming, day: DayFrame, { place, role, meal, stop }: Item): Visit | null {
  if (place === null) return lodgingRests(setting).find((v) => v.lodging?.id === stop?.refId && v.windows[day.index]!.length > 0) ?? null
  const all = visitsOf(place, setting, currency).filter((v) => v.role === role && v.meal === meal && v.windows[day.index]!.length > 0)
  return all.find((v) => v.short) ?? all[0] ?? null
}

/** A visit nobody would propose: the traveller wants it all the same. Open when the place is, where anybody knows. */
function anyhow({ setting, currency }: Retiming, day: DayFrame, { id, place, role, meal, stop }: Item): Visit {
  const opening = place === null ? null : openingOn(place, day.date, setting.holidays, setting.brief.destination.timeZone)
  const windows: readonly Window[] = (opening?.intervals ?? []).map((interval) => ({ ...interval, from: 0, to: WHENEVER.to }))
  const min = place?.stay.min ?? 30
  const stay =
    place === null ? { min, ideal: 60, max: 120 } : role === 'sight' ? place.stay : { min: Math.min(45, min), ideal: 60, max: 105 }
  return {
    role: role === 'booking' ? 'fixed' : role,
    place,
    meal,
    lodging: place === null ? (setting.brief.lodgings.find((lodging) => lodging.id === stop?.refId) ?? null) : null,
    fixed: null,
    position: place?.position ?? stop!.position,
    stay,
    stayMin: stay.min,
    short: false,
    windows: setting.days.map((d) => (d.index === day.index ? windows : [])),
    knownOn: setting.days.map(() => opening?.known ?? true),
    hoursKnown: opening?.known ?? true,
    gated: opening?.gated ?? false,
    group: place?.id ?? id,
    slot: role === 'rest' ? 'rest' : meal === 'lunch' || meal === 'dinner' ? meal : null,
    cost: place === null ? null : costOf(place, setting.party, currency),
    points: 0,
    required: false,
  }
}

/** The day with its stops at their times and the ways between them. */
export function rebuild(about: Retiming, day: DayFrame, items: readonly Item[], { timed }: Retimed): DayPlan {
  const { ways, setting } = about
  const key = (what: string): string => stopId(`${setting.brief.tripId}|${what}`)
  const itinerary = new ItineraryBuilder((from, to) => ways.between(from, to))
  const builder = itinerary.day(day.date)
  const first = timed[0]
  const way = first === undefined ? 0 : (ways.between(day.head.at(-1)!.position, first.visit.position)?.durationMin ?? 0)
  begin(builder, day, first === undefined ? emptyLeave({ ways }, day) : first.startMin - way, key)
  timed.forEach((one, i) => {
    const { fixed, place, role } = one.visit
    const insideWalkM = role === 'sight' || fixed?.isSight === true ? Math.ceil(place?.insideWalkM ?? 0) : 0
    builder.visit(draftOf(about, day, items[i]!, one), { insideWalkM, keepClearMin: fixed === null ? 0 : fixed.toMin - fixed.endMin })
  })
  end(builder, day, timed.length === 0, key)
  return { ...itinerary.days()[0]!, index: day.index }
}

function draftOf(about: Retiming, day: DayFrame, item: Item, { visit, startMin, endMin }: Timed): StopDraft {
  const { stop, place, id, role, meal } = item
  // A booking is reached early and left late; the stop itself is the booking.
  const times = visit.fixed === null ? { startMin, endMin } : { startMin: visit.fixed.startMin, endMin: visit.fixed.endMin }
  if (place === null || role === 'booking') {
    const { arriveMin: _arrive, leg: _leg, ...kept } = stop!
    return { ...kept, ...times }
  }
  return {
    id,
    kind: role,
    refId: place.id,
    names: place.names,
    position: place.position,
    ...times,
    meal,
    ...statedHours(place, day, about.setting, times),
    cost: costOf(place, about.setting.party, about.currency),
    locked: stop?.locked ?? false,
    note: stop?.note ?? null,
    reasons: [],
  }
}

function statedHours(
  place: Place,
  day: DayFrame,
  setting: Setting,
  times: { readonly startMin: number; readonly endMin: number },
): Pick<Stop, 'open' | 'hoursKnown'> {
  const { known, intervals } = openingOn(place, day.date, setting.holidays, setting.brief.destination.timeZone)
  if (place.hours.kind !== 'scheduled' || !known) return { open: null, hoursKnown: known }
  // The opening it lies in, or the one it misses by least.
  const outside = (w: (typeof intervals)[number]): number => Math.max(0, w.open - times.startMin) + Math.max(0, times.endMin - w.close)
  const found = intervals.toSorted((a, b) => outside(a) - outside(b))[0]
  return { open: found === undefined ? null : { open: found.open, close: found.close, lastEntry: found.lastEntry }, hoursKnown: true }
}
