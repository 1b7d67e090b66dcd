import { addDays, daysBetween, type LatLng, type LocalizedText, type Lodging, type PlainDate, type TripBrief } from '@yeojeong/domain'
import type { Fixed } from './fixed.ts'
import type { Party } from './party.ts'
import type { Way, Ways } from './ways.ts'

/** All solver times are multiples of this many minutes, but for what is fixed to the minute. */
export const GRID_MIN = 5
/** Handing in or fetching bags at the lodging. */
export const BAGS_MIN = 15

/** Where a day begins, passes with bags, or ends. */
export type Point = {
  readonly kind: 'arrival' | 'departure' | 'lodging'
  readonly refId: string | null
  readonly names: LocalizedText
  readonly position: LatLng
}

/** One day before anything is chosen: its ends, and the hours between. Minutes from its midnight. */
export type DayFrame = {
  readonly index: number
  readonly date: PlainDate
  /** First stops of the day (where it begins, then perhaps the lodging for the bags), and last ones (perhaps for the bags, then where it ends). */
  readonly head: readonly Point[]
  readonly tail: readonly Point[]
  /** The party may leave `head[0]` from here on, and must be at the last of `tail` by then. */
  readonly from: number
  readonly until: number
  /** The same for the stretch that is planned: from the last of `head` to the first of `tail`. */
  readonly earliest: number
  readonly latest: number
  /** The party's own free hours, before any pace: from the arrival, until the departure, else without end. */
  readonly freeFrom: number
  readonly freeUntil: number
  /** Meals come first on this day: bags are carried about, and dinner may be as early as it can be. */
  readonly hurried: boolean
  readonly lodging: Lodging | null
  readonly fixed: readonly Fixed[]
  /** Minutes and walked metres of the ways within head and tail. */
  readonly fixedMovingMin: number
  readonly fixedWalkM: number
  /** Something fixed reaches beyond the hours of the pace. */
  readonly beyondPace: boolean
}

export const ceilGrid = (minute: number): number => Math.ceil(minute / GRID_MIN) * GRID_MIN
const floorGrid = (minute: number): number => Math.floor(minute / GRID_MIN) * GRID_MIN

/** @param hurried days (by index) on which only carrying the bags about, or an early dinner, leaves time for the meals that are owed. */
export function daysOf(
  brief: TripBrief,
  party: Party,
  fixed: readonly Fixed[],
  ways: Ways,
  hurried: ReadonlySet<number>,
): readonly DayFrame[] {
  const count = daysBetween(brief.startDate, brief.endDate) + 1
  return Array.from({ length: count }, (_, index) =>
    frame(
      brief,
      party,
      fixed.filter((f) => f.day === index),
      ways,
      { index, count, hurried: hurried.has(index) },
    ),
  )
}

function lodgingOn(brief: TripBrief, night: PlainDate): Lodging | null {
  return brief.lodgings.find((l) => l.firstNight <= night && night <= l.lastNight) ?? null
}

type Ends = { readonly start: Point; readonly end: Point; readonly night: Lodging | null; readonly last: Lodging | null }

function endsOf(brief: TripBrief, index: number, count: number): Ends {
  const date = addDays(brief.startDate, index)
  const last = lodgingOn(brief, addDays(date, -1))
  const night = lodgingOn(brief, date)
  const first = index === 0
  const final = index === count - 1
  const bare: Point = { kind: 'lodging', refId: null, names: brief.destination.name, position: brief.destination.center }
  const stays = (lodging: Lodging | null): Point => (lodging === null ? bare : lodgingPoint(lodging))
  const anchored = (kind: 'arrival' | 'departure', at: TripBrief['arrival']['at'], otherwise: Lodging | null): Point =>
    at === null ? { ...stays(otherwise), kind } : { kind, refId: null, names: at.name, position: at.position }
  return {
    start: first ? anchored('arrival', brief.arrival.at, night ?? last) : stays(last),
    end: final ? anchored('departure', brief.departure.at, last ?? night) : stays(night),
    night: final ? null : night,
    last: first ? null : last,
  }
}

function lodgingPoint(lodging: Lodging): Point {
  return { kind: 'lodging', refId: lodging.id, names: lodging.name, position: lodging.position }
}

type Which = { readonly index: number; readonly count: number; readonly hurried: boolean }

function frame(brief: TripBrief, party: Party, fixed: readonly Fixed[], ways: Ways, { index, count, hurried }: Which): DayFrame {
  const ends = endsOf(brief, index, count)
  const hours = hoursOf(brief, party, fixed, ways, ends, index, count)
  const through = (head: readonly Point[], tail: readonly Point[]): DayFrame | null => {
    const before = alongWays(ways, head)
    const after = alongWays(ways, tail)
    if (before === null || after === null) return null
    const earliest = ceilGrid(hours.from + before.minutes + (head.length - 1) * BAGS_MIN)
    const latest = floorGrid(hours.until - after.minutes - (tail.length - 1) * BAGS_MIN)
    if (head.length > 1 && head[0]!.kind === 'lodging' && hours.from < party.dayStart) return null
    const holds =
      head.length + tail.length === 2 || (latest - earliest >= 30 && fixedReachable(ways, fixed, head.at(-1)!, tail[0]!, earliest, latest))
    if (!holds) return null
    return {
      index,
      date: addDays(brief.startDate, index),
      head,
      tail,
      ...hours,
      earliest,
      latest,
      hurried,
      lodging: ends.night ?? ends.last,
      fixed,
      fixedMovingMin: before.minutes + after.minutes,
      fixedWalkM: before.walkM + after.walkM,
    }
  }
  const [head, tail] = [headOf(brief, ends), tailOf(brief, ends)]
  const direct = (): DayFrame => through([ends.start], [ends.end])!
  return hurried ? direct() : (through(head, tail) ?? through(head, [ends.end]) ?? through([ends.start], tail) ?? direct())
}

/** By car the bags stay in the boot; otherwise they go to the lodging first. */
function headOf(brief: TripBrief, { start, night }: Ends): readonly Point[] {
  const elsewhere = night !== null && start.refId !== night.id && (start.kind !== 'arrival' || brief.arrival.at !== null)
  return brief.transport !== 'car' && elsewhere ? [start, lodgingPoint(night)] : [start]
}

function tailOf(brief: TripBrief, { end, last }: Ends): readonly Point[] {
  return brief.transport !== 'car' && end.kind === 'departure' && brief.departure.at !== null && last !== null
    ? [lodgingPoint(last), end]
    : [end]
}

function alongWays(ways: Ways, points: readonly Point[]): { minutes: number; walkM: number } | null {
  const legs = points.slice(1).map((point, i) => ways.between(points[i]!.position, point.position))
  if (legs.some((leg) => leg === null)) return null
  return legs.reduce((sum, leg) => ({ minutes: sum.minutes + leg!.durationMin, walkM: sum.walkM + leg!.walkM }), { minutes: 0, walkM: 0 })
}

function fixedReachable(ways: Ways, fixed: readonly Fixed[], start: Point, end: Point, earliest: number, latest: number): boolean {
  return fixed.every((f) => {
    const there = minutes(ways.between(start.position, f.position))
    const back = minutes(ways.between(f.position, end.position))
    return earliest + there <= f.fromMin && f.toMin + back <= latest
  })
}

const minutes = (way: Way | null): number => way?.durationMin ?? 0

type Hours = Pick<DayFrame, 'from' | 'until' | 'freeFrom' | 'freeUntil' | 'beyondPace'>

/** The pace's hours, widened by what is fixed, cut by arrival and departure. */
function hoursOf(brief: TripBrief, party: Party, fixed: readonly Fixed[], ways: Ways, ends: Ends, index: number, count: number): Hours {
  const { start, end } = ends
  const between = minutes(ways.between(start.position, end.position))
  const first = fixed.reduce((least, f) => Math.min(least, f.fromMin - minutes(ways.between(start.position, f.position))), Infinity)
  const after = fixed.reduce((most, f) => Math.max(most, f.toMin + minutes(ways.between(f.position, end.position))), -Infinity)
  const final = index === count - 1
  const goBy = final ? brief.departure.minute - between - 2 * GRID_MIN : Infinity
  const early = index === 0 ? brief.arrival.minute : Math.max(0, Math.min(party.dayStart, floorGrid(first), floorGrid(goBy)))
  const pulled = early < party.dayStart && first < Infinity && index !== 0
  const paceEnd = pulled ? Math.min(party.dayEnd, early + party.spanMin) : party.dayEnd
  const forced = Math.max(after, index === 0 ? early + between + GRID_MIN : 0)
  const late = Math.max(paceEnd, ceilGrid(forced))
  const until = final ? Math.min(brief.departure.minute, late) : late
  const [freeFrom, freeUntil] = [index === 0 ? brief.arrival.minute : 0, final ? brief.departure.minute : 2880]
  return { from: early, until, freeFrom, freeUntil, beyondPace: (early < party.dayStart && index !== 0) || until > party.dayEnd }
}
