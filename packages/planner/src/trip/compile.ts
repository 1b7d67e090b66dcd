import { DAY_MOVING_MAX_MIN, MEAL_OWED, REST } from '@yeojeong/domain'
import { UNREACHABLE, routeModel, type Resource, type RouteModel } from '../core/model.ts'
import type { Setting } from './candidates.ts'
import { GRID_MIN, ceilGrid, type DayFrame } from './days.ts'
import { nodesOf, type Node, type Nodes } from './nodes.ts'
import type { Party } from './party.ts'
import { startsIn, type Visit } from './visit.ts'
import { wayTable, type WayTable } from './way-table.ts'
import type { Ways } from './ways.ts'
import { WEIGHTS } from './weights.ts'

export const SLOTS = ['lunch', 'dinner', 'rest'] as const
export type Slot = (typeof SLOTS)[number]

/** The trip as the solver sees it; visit numbers index `visits`. */
export type Compiled = { readonly model: RouteModel; readonly visits: readonly Visit[]; readonly nodes: Nodes; readonly table: WayTable }

export function compile(setting: Setting, visits: readonly Visit[], ways: Ways, symmetric: boolean): Compiled {
  const nodes = nodesOf(setting.days, visits)
  const table = wayTable(nodes.spots, ways, symmetric)
  const { days, party } = setting
  const travel = matrix(nodes, (a, b) => travelMinutes(a, b, table))
  const groups = [...new Set(visits.map((v) => v.group))]
  const groupIndex = new Map(groups.map((group, i) => [group, i]))
  const group = Int32Array.from(visits, (v) => groupIndex.get(v.group)!)
  const groupPenalty = new Float64Array(groups.length)
  visits.forEach((v, i) => (groupPenalty[group[i]!] = Math.max(groupPenalty[group[i]!]!, v.required ? WEIGHTS.required : 0)))
  const same = <T>(value: T): T[] => days.map(() => value)
  const model = routeModel({
    tours: days.length,
    nodes: nodes.nodes.length,
    visits: visits.length,
    startNode: nodes.startNode,
    endNode: nodes.endNode,
    earliest: Int32Array.from(days, (d) => d.earliest),
    latest: Int32Array.from(days, (d) => d.latest),
    travel: same(travel),
    visitNode: nodes.visitNode,
    service: Int32Array.from(visits, (v) => serviceMin(v)),
    ...windowsOf(visits, days),
    group,
    groups: groups.length,
    groupPenalty,
    slot: Int32Array.from(visits, (v) => (v.slot === null ? -1 : SLOTS.indexOf(v.slot))),
    slots: SLOTS.length,
    slotPenalty: slotPenalties(setting, visits),
    resources: resourcesOf(setting, visits, nodes, table),
    travelPrice: new Float64Array(days.length).fill(tires(party) ? WEIGHTS.travelMinTired : WEIGHTS.travelMin),
    arcPrice: same(Float64Array.from(matrixOf(nodes, (a, b) => arcPrice(a, b, table, party)))),
  })
  return { model, visits, nodes, table }
}

const serviceMin = (visit: Visit): number => (visit.fixed === null ? ceilGrid(visit.stayMin) : visit.stayMin)

function matrixOf(nodes: Nodes, entry: (a: Node, b: Node) => number): number[] {
  return nodes.nodes.flatMap((a) => nodes.nodes.map((b) => entry(a, b)))
}

function matrix(nodes: Nodes, entry: (a: Node, b: Node) => number): Int32Array {
  const n = nodes.nodes.length
  const values = new Int32Array(n * n)
  for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) values[a * n + b] = entry(nodes.nodes[a]!, nodes.nodes[b]!)
  return values
}

/**
 * Minutes from one node to the next on the grid: everything begins and ends on it but what is fixed, which is reached and left to the minute.
 */
export function travelMinutes(a: Node, b: Node, table: WayTable): number {
  const minutes = table.minutes[a.spot * table.spots + b.spot]!
  if (minutes >= UNREACHABLE) return UNREACHABLE
  if (b.toMin !== null) return minutes
  return a.toMin === null ? ceilGrid(minutes) : ceilGrid(a.toMin + minutes) - a.toMin
}

function arcPrice(a: Node, b: Node, table: WayTable, party: Party): number {
  const cell = a.spot * table.spots + b.spot
  const minutes = table.minutes[cell]!
  if (minutes >= UNREACHABLE) return 0
  const tired = tires(party)
  let price = WEIGHTS.longWayMin * Math.max(0, minutes - 20)
  if (table.relief[cell] === 1) price += WEIGHTS.taxiRide
  if (b.role === 'end' && b.home) price += WEIGHTS.wayHomeMin * Math.max(0, minutes - 15)
  if (a.category !== null && a.category === b.category) price += WEIGHTS.sameKindInARow
  if (b.role === 'rest' && a.role === 'meal') price += WEIGHTS.restAfterMeal
  if (b.role === 'rest' && a.role === 'start') price += WEIGHTS.restFirst
  if (b.role === 'meal' && a.role === 'meal') price += WEIGHTS.mealAfterMeal
  if (a.slot === 'dinner' && b.role !== 'end' && tired) price += WEIGHTS.eveningOut
  return price
}

function tires(party: Party): boolean {
  return party.restIds.length > 0 || party.wheelchairIds.length > 0
}

function windowsOf(visits: readonly Visit[], days: readonly DayFrame[]): Pick<RouteModel, 'windowFrom' | 'windowOpen' | 'windowClose'> {
  const from: number[] = [0]
  const open: number[] = []
  const close: number[] = []
  for (const visit of visits) {
    for (const day of days) {
      for (const [low, high] of startsOn(visit, day)) {
        open.push(low)
        close.push(high)
      }
      from.push(open.length)
    }
  }
  return { windowFrom: Int32Array.from(from), windowOpen: Int32Array.from(open), windowClose: Int32Array.from(close) }
}

/** Stretches a visit may start in on a day, on the grid, ascending and disjoint. */
function startsOn(visit: Visit, day: DayFrame): readonly (readonly [number, number])[] {
  const grid = visit.fixed === null ? GRID_MIN : 1
  const merged: [number, number][] = []
  for (const window of visit.windows[day.index]!) {
    const starts = startsIn(window, serviceMin(visit))
    if (starts === null) continue
    const [low, high] = [Math.ceil(starts.from / grid) * grid, Math.floor(starts.to / grid) * grid]
    if (low > high) continue
    const last = merged.at(-1)
    if (last !== undefined && low <= last[1]) last[1] = Math.max(last[1], high)
    else merged.push([low, high])
  }
  return merged
}

/** True when the party's free hours cover the slot's whole window: it is owed. */
export function owes(day: Pick<DayFrame, 'freeFrom' | 'freeUntil'>, slot: Slot, party: Party): boolean {
  if (slot === 'rest') return party.restIds.length > 0 && day.freeFrom <= REST.owedFrom && day.freeUntil >= REST.owedUntil
  return day.freeFrom <= MEAL_OWED[slot].freeBy && day.freeUntil >= MEAL_OWED[slot].freeUntil
}

/** Hours of which at least `WANTED_MIN` must be free for a meal or rest to be missed though not owed. */
const WANTED = { lunch: [11 * 60 + 30, 14 * 60], dinner: [17 * 60 + 30, 20 * 60], rest: [13 * 60 + 30, 17 * 60] } as const
const WANTED_MIN = 75

function slotPenalties({ days, party }: Setting, visits: readonly Visit[]): Float64Array {
  const penalties = days.flatMap((day) =>
    SLOTS.map((slot) => {
      if (!visits.some((v) => v.slot === slot && v.windows[day.index]!.length > 0)) return 0
      if (owes(day, slot, party)) return slot === 'rest' ? WEIGHTS.owedRest : WEIGHTS.owedMeal
      const free = Math.min(day.latest, WANTED[slot][1]) - Math.max(day.earliest, WANTED[slot][0])
      if (free < WANTED_MIN || (slot === 'rest' && party.restIds.length === 0)) return 0
      return slot === 'rest' ? WEIGHTS.wantedRest : WEIGHTS.wantedMeal
    }),
  )
  return Float64Array.from(penalties)
}

function resourcesOf({ brief, days, party }: Setting, visits: readonly Visit[], nodes: Nodes, table: WayTable): readonly Resource[] {
  const byWay = (values: Int32Array): Int32Array =>
    matrix(nodes, (a, b) => {
      const value = values[a.spot * table.spots + b.spot]!
      return value >= UNREACHABLE ? 0 : value
    })
  const walk = byWay(table.walkM)
  const moving = byWay(table.minutes)
  const bare = (perArc: Int32Array, t: number): number => perArc[nodes.startNode[t]! * nodes.nodes.length + nodes.endNode[t]!]!
  const isSight = (v: Visit): boolean => v.role === 'sight' || v.fixed?.isSight === true
  const inside = Int32Array.from(visits, (v) => (isSight(v) ? Math.ceil(v.place?.insideWalkM ?? 0) : 0))
  const locked = (t: number, amount: (v: Visit, i: number) => number): number =>
    visits.reduce((sum, v, i) => sum + (v.fixed?.day === t ? amount(v, i) : 0), 0)
  const cap = (amount: (day: DayFrame, t: number) => number): Int32Array => Int32Array.from(days, (day, t) => Math.max(0, amount(day, t)))
  return [
    {
      name: 'walk',
      perVisit: inside,
      perArc: days.map(() => walk),
      planCap: UNREACHABLE,
      tourCap: cap((d, t) => Math.max(party.walkDayM - d.fixedWalkM, bare(walk, t))),
    },
    {
      name: 'moving',
      perVisit: null,
      perArc: days.map(() => moving),
      planCap: UNREACHABLE,
      tourCap: cap((d, t) => Math.max(DAY_MOVING_MAX_MIN - d.fixedMovingMin, bare(moving, t))),
    },
    {
      name: 'sights',
      perVisit: Int32Array.from(visits, (v) => (isSight(v) ? 1 : 0)),
      perArc: null,
      planCap: UNREACHABLE,
      tourCap: cap((_, t) =>
        Math.max(
          party.sightsADay,
          locked(t, (v) => (isSight(v) ? 1 : 0)),
        ),
      ),
    },
    ...(brief.budget === null ? [] : [moneyOf(visits, brief.budget)]),
  ]
}

/** Known costs in hundredths where prices have fractions, else in whole units; rounded so that the sum never passes the budget. */
function moneyOf(visits: readonly Visit[], budget: { readonly amount: number; readonly currency: string }): Resource {
  const amounts = visits.map((v) => (v.cost?.currency === budget.currency ? v.cost.amount : 0))
  const scale = amounts.every(Number.isInteger) ? 1 : 100
  return {
    name: 'money',
    perVisit: Int32Array.from(amounts, (a) => Math.ceil(a * scale - 1e-9)),
    perArc: null,
    tourCap: null,
    planCap: Math.min(UNREACHABLE - 1, Math.floor(budget.amount * scale)),
  }
}
