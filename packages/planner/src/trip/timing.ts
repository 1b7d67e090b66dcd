import { GRID_MIN } from './days.ts'
import { startsIn, type Visit } from './visit.ts'

/** Points per minute: what an hour spent otherwise than one would like is worth, within a day whose order is settled. */
const PRICES = {
  /** Leaving later than one could. */
  lateStart: 0.05,
  /** Waiting where one has only just arrived, and being early where one leaves from. */
  atArrival: 0.2,
  atDeparture: 0.05,
  /** Standing about, and what is added beyond half an hour and beyond an hour of it. */
  idle: 0.3,
  idleBeyond30: 0.4,
  idleBeyond60: 0.8,
  short: { sight: 0.35, meal: 0.9, rest: 0.5, fixed: 0 },
  long: { sight: 0.02, meal: 0.1, rest: 0.07, fixed: 0 },
  /** Added beyond this share of the usual stay. */
  stretched: { from: 1.25, price: 0.08 },
  /** Beginning a meal or rest outside its best hours. */
  off: { lunch: 0.15, dinner: 0.12, rest: 0.1 },
} as const
const BEST_STARTS = { lunch: [11 * 60 + 45, 13 * 60], dinner: [17 * 60 + 45, 19 * 60], rest: [14 * 60, 15 * 60 + 45] } as const

/** When a stop begins and ends; minutes from midnight. */
export type Timed = { readonly visit: Visit; readonly startMin: number; readonly endMin: number }

export type DayTimes = {
  readonly earliest: number
  readonly latest: number
  readonly day: number
  /** [visits + 1] minutes on the grid from the day's start to the first visit, between visits, and to its end. */
  readonly travel: readonly number[]
  /** The day begins at the arrival point, ends at the departure point. */
  readonly arriving: boolean
  readonly departing: boolean
}

type State = { readonly end: number; readonly start: number; readonly value: number; readonly before: State | null }

/**
 * The best times for a day's visits in the given order: exact, by dynamic programming over when each visit ends.
 * @returns null when the order does not fit.
 */
export function timeDay(visits: readonly Visit[], times: DayTimes): readonly Timed[] | null {
  let states: readonly State[] = [{ end: times.earliest, start: times.earliest, value: 0, before: null }]
  visits.forEach((visit, i) => {
    const next = new Map<number, State>()
    for (const start of startsOf(visit, times.day)) {
      const before = bestBefore(states, start - times.travel[i]!, i > 0 ? null : times.arriving ? PRICES.atArrival : PRICES.lateStart)
      if (before !== null) extend(next, visit, start, before, times.day)
    }
    states = [...next.values()].sort((a, b) => a.end - b.end)
  })
  const home = times.travel[visits.length]!
  const early = times.departing ? PRICES.atDeparture : 0
  const worth = (state: State): number => state.value - early * (times.latest - home - state.end)
  let best: State | null = null
  for (const state of states) if (state.end + home <= times.latest && (best === null || worth(state) > worth(best))) best = state
  return best === null ? null : unwind(best, visits)
}

type Reached = { readonly state: State; readonly value: number }

/** The state to come from to be on the way at a minute. @param latePrice per minute for the day's first way, null for the others. */
function bestBefore(states: readonly State[], at: number, latePrice: number | null): Reached | null {
  let best: Reached | null = null
  for (const state of states) {
    if (state.end > at) break
    const value = state.value - (latePrice === null ? idlePrice(at - state.end) : latePrice * (at - state.end))
    if (best === null || value > best.value) best = { state, value }
  }
  return best
}

function idlePrice(idle: number): number {
  return PRICES.idle * idle + PRICES.idleBeyond30 * Math.max(0, idle - 30) + PRICES.idleBeyond60 * Math.max(0, idle - 55)
}

function extend(next: Map<number, State>, visit: Visit, start: number, { state, value }: Reached, day: number): void {
  const own = value - startPrice(visit, start)
  for (const stay of staysOf(visit)) {
    if (!visit.windows[day]!.some((w) => fits(w, start, stay))) continue
    const end = start + stay
    const total = own - stayPrice(visit, stay)
    const known = next.get(end)
    if (known === undefined || total > known.value) next.set(end, { end, start, value: total, before: state })
  }
}

function fits(window: Visit['windows'][number][number], start: number, stay: number): boolean {
  const starts = startsIn(window, stay)
  return starts !== null && start >= starts.from && start <= starts.to
}

function startsOf(visit: Visit, day: number): readonly number[] {
  if (visit.fixed !== null) return [visit.fixed.fromMin]
  const starts = new Set<number>()
  for (const window of visit.windows[day]!) {
    const range = startsIn(window, staysOf(visit)[0]!)
    if (range === null) continue
    for (let s = Math.ceil(range.from / GRID_MIN) * GRID_MIN; s <= range.to; s += GRID_MIN) starts.add(s)
  }
  return [...starts].sort((a, b) => a - b)
}

/** Lengths of stay on the grid, shortest first. */
function staysOf({ stay, fixed }: Visit): readonly number[] {
  if (fixed !== null) return [stay.min]
  const stays: number[] = []
  for (let s = Math.ceil(stay.min / GRID_MIN) * GRID_MIN; s <= stay.max; s += GRID_MIN) stays.push(s)
  return stays.length > 0 ? stays : [stay.min]
}

function stayPrice({ role, stay }: Visit, minutes: number): number {
  if (minutes < stay.ideal) return PRICES.short[role] * (stay.ideal - minutes)
  const stretched = Math.max(0, minutes - stay.ideal * PRICES.stretched.from)
  return PRICES.long[role] * (minutes - stay.ideal) + PRICES.stretched.price * stretched
}

function startPrice(visit: Visit, start: number): number {
  if (visit.slot === null || visit.fixed !== null) return 0
  const [from, to] = BEST_STARTS[visit.slot]
  return PRICES.off[visit.slot] * Math.max(0, from - start, start - to)
}

function unwind(last: State, visits: readonly Visit[]): readonly Timed[] {
  const timed: Timed[] = []
  let state = last
  for (let i = visits.length - 1; i >= 0; i--) {
    timed.push({ visit: visits[i]!, startMin: state.start, endMin: state.end })
    state = state.before!
  }
  return timed.reverse()
}
