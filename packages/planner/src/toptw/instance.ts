import { UNREACHABLE, routeModel } from '../core/model.ts'
import type { RouteModel } from '../core/model.ts'

/** A TOPTW instance: point 0 is start and end; points are [x, y, service, profit, open, close] in the instance's own time unit. */
export type ToptwInstance = {
  readonly id?: string
  readonly rounding: { readonly mode: string; readonly decimals: number }
  readonly budget: number
  readonly points: readonly (readonly number[])[]
}

/**
 * The m-tour problem as a route model: visit v is point v + 1. Times are integers in units of 10^-decimals: travel rounded down to that unit adds
 * up exactly. Points that no tour can reach and return from get no window.
 */
export function toptwModel(instance: ToptwInstance, m: number): RouteModel {
  const { points } = instance
  const unit = 10 ** instance.rounding.decimals
  const nodes = points.length
  const visits = nodes - 1
  const times = (field: number): Int32Array => Int32Array.from(points, (p) => Math.round(p[field]! * unit))
  const [service, open, close] = [times(2), times(4), times(5)]
  const travel = travelTimes(points, unit)
  const latest = Math.round(instance.budget * unit)
  const windowFrom = new Int32Array(visits * m + 1)
  const windows: number[] = []
  for (let v = 0; v < visits; v++) {
    const point = v + 1
    const first = Math.max(open[point]!, travel[point]!)
    const last = Math.min(close[point]!, latest - service[point]! - travel[point]!)
    for (let t = 0; t < m; t++) {
      if (first <= last) windows.push(first, last)
      windowFrom[v * m + t + 1] = windows.length / 2
    }
  }
  return routeModel({
    tours: m,
    nodes,
    visits,
    startNode: new Int32Array(m),
    endNode: new Int32Array(m),
    earliest: new Int32Array(m),
    latest: new Int32Array(m).fill(latest),
    travel: new Array<Int32Array>(m).fill(travel),
    visitNode: Int32Array.from({ length: visits }, (_, v) => v + 1),
    service: service.subarray(1),
    windowFrom,
    windowOpen: Int32Array.from(windows.filter((_, i) => i % 2 === 0)),
    windowClose: Int32Array.from(windows.filter((_, i) => i % 2 === 1)),
    // Rounding down breaks the triangle inequality by less than one unit.
    detourFloor: -1,
  })
}

export function toptwProfits(instance: ToptwInstance): Float64Array {
  return Float64Array.from(instance.points.slice(1), (p) => p[3]!)
}

function travelTimes(points: ToptwInstance['points'], unit: number): Int32Array {
  const nodes = points.length
  const travel = new Int32Array(nodes * nodes)
  // Flat coordinates: at 50 ms this loop runs before it is compiled, and arrays of arrays double its cost.
  const xs = Float64Array.from(points, (p) => p[0]!)
  const ys = Float64Array.from(points, (p) => p[1]!)
  for (let i = 0; i < nodes; i++) {
    const x = xs[i]!
    const y = ys[i]!
    const row = i * nodes
    for (let j = 0; j < i; j++) {
      const dx = x - xs[j]!
      const dy = y - ys[j]!
      const time = Math.min(UNREACHABLE, Math.floor(Math.sqrt(dx * dx + dy * dy) * unit))
      travel[row + j] = time
      travel[j * nodes + i] = time
    }
  }
  return travel
}

/** Score of tours of point numbers, or the reason why they are not a solution. Shares nothing with the solver but the rounding. */
export function checkToptw(instance: ToptwInstance, m: number, tours: readonly (readonly number[])[]): number | string {
  const unit = 10 ** instance.rounding.decimals
  const travel = travelTimes(instance.points, unit)
  const nodes = instance.points.length
  const seen = new Set<number>()
  let score = 0
  if (tours.length > m) return `${tours.length} tours, at most ${m}`
  for (const tour of tours) {
    let time = 0
    let at = 0
    for (const point of tour) {
      if (!(point > 0 && point < nodes) || seen.has(point)) return `point ${point} twice or unknown`
      seen.add(point)
      const [, , service, profit, open, close] = instance.points[point]!
      time = Math.max(time + travel[at * nodes + point]!, Math.round(open! * unit))
      if (time > Math.round(close! * unit)) return `point ${point} reached after it closes`
      time += Math.round(service! * unit)
      score += profit!
      at = point
    }
    if (time + travel[at * nodes]! > Math.round(instance.budget * unit)) return `tour ends after the budget`
  }
  return score
}
