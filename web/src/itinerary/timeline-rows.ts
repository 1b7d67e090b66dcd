import type { DayView, LegView, StopView } from '@yeojeong/contracts'
import { minuteOn } from './moments.ts'

type Reason = StopView['reasons'][number]
type Span = { readonly fromMin: number; readonly toMin: number; readonly ticks: readonly Tick[] }
/** A whole hour inside a row: `at` is its share of the row's height, 0 at the top. */
export type Tick = { readonly minute: number; readonly at: number }
export type StopRow = Span & {
  readonly kind: 'stop'
  readonly stop: StopView
  /** As on the map's pin; null for where a day begins or ends. */
  readonly number: number | null
  readonly startsDay: boolean
  readonly endsDay: boolean
}
export type LegRow = Span & { readonly kind: 'leg'; readonly leg: LegView; readonly to: StopView }
export type GapRow = Span & { readonly kind: 'gap'; readonly waits: boolean; readonly reason: Reason | null; readonly before: StopView }
export type Row = StopRow | LegRow | GapRow

/** Shorter idle minutes are rounding between legs, not something to plan with. */
const GAP_SHOWN_FROM_MIN = 5
/** An hour's mark this close to a row's own clock, above or below, would overprint it. */
const TICK_CLEARANCE_MIN = { top: 26, bottom: 26 }

const isNumbered = (stop: StopView): boolean => stop.placeId !== null || stop.kind === 'booking'

function ticks(fromMin: number, toMin: number): readonly Tick[] {
  const first = Math.ceil((fromMin + TICK_CLEARANCE_MIN.top) / 60) * 60
  const found: Tick[] = []
  for (let minute = first; minute <= toMin - TICK_CLEARANCE_MIN.bottom; minute += 60) {
    found.push({ minute, at: (minute - fromMin) / (toMin - fromMin) })
  }
  return found
}

const span = (fromMin: number, toMin: number): Span => ({ fromMin, toMin, ticks: ticks(fromMin, toMin) })

function gap(fromMin: number, toMin: number, waits: boolean, before: StopView): readonly GapRow[] {
  if (toMin - fromMin < GAP_SHOWN_FROM_MIN) return []
  const reason = before.reasons.find(({ code }) => code.startsWith('gap-')) ?? null
  return [{ kind: 'gap', ...span(fromMin, toMin), waits, reason, before }]
}

/** What lies between the end of one stop and the beginning of the next: idle time, the way, a wait at the door. */
function between(day: DayView, leftMin: number, stop: StopView): readonly Row[] {
  const arriveMin = minuteOn(day.date, stop.arriveAt)
  const startMin = minuteOn(day.date, stop.startAt)
  const departMin = stop.leg === null ? arriveMin : minuteOn(day.date, stop.leg.departAt)
  const way: readonly Row[] = stop.leg === null ? [] : [{ kind: 'leg', ...span(departMin, arriveMin), leg: stop.leg, to: stop }]
  const idle = gap(leftMin, departMin, false, stop)
  return [...idle, ...way, ...gap(arriveMin, startMin, idle.length === 0, stop)]
}

/**
 * A day as consecutive rows on one clock. Rows touch: what is not a stay or a way is shown as a gap, so that no
 * minute of the day disappears (up to the few minutes that rounding makes).
 */
export function timelineRows(day: DayView): readonly Row[] {
  const rows: Row[] = []
  let number = 0
  for (const [index, stop] of day.stops.entries()) {
    const before = day.stops[index - 1]
    if (before !== undefined) rows.push(...between(day, minuteOn(day.date, before.endAt), stop))
    if (isNumbered(stop)) number += 1
    const [fromMin, toMin] = [minuteOn(day.date, stop.startAt), minuteOn(day.date, stop.endAt)]
    rows.push({
      kind: 'stop',
      ...span(fromMin, toMin),
      stop,
      number: isNumbered(stop) ? number : null,
      startsDay: index === 0,
      endsDay: index === day.stops.length - 1,
    })
  }
  return rows
}

export type Stretch = {
  readonly kind: StopView['kind'] | 'leg' | 'gap'
  readonly from: number
  readonly width: number
  readonly label: string | null
}

/** A day as one proportional strip between `fromMin` and `toMin`; shares of the whole width. */
export function dayStrip(day: DayView, fromMin: number, toMin: number): readonly Stretch[] {
  const total = Math.max(1, toMin - fromMin)
  return timelineRows(day)
    .filter((row) => row.toMin > row.fromMin)
    .map((row) => ({
      kind: row.kind === 'stop' ? row.stop.kind : row.kind,
      from: (row.fromMin - fromMin) / total,
      width: (row.toMin - row.fromMin) / total,
      label: row.kind === 'stop' && row.number !== null ? String(row.number) : null,
    }))
}

/** First and last minute of all days, rounded outwards to whole hours: the common axis of the strips. */
export function clockRange(days: readonly DayView[]): { readonly fromMin: number; readonly toMin: number } {
  const ends = days.flatMap((day) => day.stops.flatMap((stop) => [minuteOn(day.date, stop.arriveAt), minuteOn(day.date, stop.endAt)]))
  if (ends.length === 0) return { fromMin: 540, toMin: 1260 }
  return { fromMin: Math.floor(Math.min(...ends) / 60) * 60, toMin: Math.ceil(Math.max(...ends) / 60) * 60 }
}
